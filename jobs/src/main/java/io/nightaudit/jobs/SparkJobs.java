package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.AcceptRun;
import io.nightaudit.jobs.cli.AuditRun;
import io.nightaudit.jobs.cli.BenchmarkRun;
import io.nightaudit.jobs.cli.DecisionRun;
import io.nightaudit.jobs.cli.DemoRun;
import io.nightaudit.jobs.cli.ExplainRun;
import io.nightaudit.jobs.cli.ExportRun;
import io.nightaudit.jobs.cli.GateRun;
import io.nightaudit.jobs.cli.IncidentRun;
import io.nightaudit.jobs.cli.Jobs;
import io.nightaudit.jobs.cli.LabelImportRun;
import io.nightaudit.jobs.cli.ReportRun;
import io.nightaudit.jobs.cli.RetainRun;
import io.nightaudit.jobs.cli.ReviewRun;
import io.nightaudit.jobs.cli.VerifyRun;

/**
 * The commands as Spark does them. Lambdas, so that no class of Spark is touched before the
 * configuration is valid.
 */
final class SparkJobs implements Jobs {
  @Override
  public AuditRun run() {
    return (configuration, request) -> new NightlyRun().run(configuration, request);
  }

  @Override
  public GateRun gate() {
    return (configuration, request, out) -> new GateAudit().run(configuration, request, out);
  }

  @Override
  public DemoRun demo() {
    return request -> new Demonstration().run(request);
  }

  @Override
  public BenchmarkRun benchmark() {
    return request -> new Benchmark().run(request);
  }

  @Override
  public ReviewRun review() {
    return (configuration, request, out, err) ->
        new ReviewQueue(configuration, request).run(out, err);
  }

  @Override
  public AcceptRun accept() {
    return (configuration, request, out) -> new Acceptance().accept(configuration, request, out);
  }

  @Override
  public LabelImportRun labels() {
    return (configuration, request, out) -> new LabelImport().run(configuration, request, out);
  }

  @Override
  public DecisionRun decisions() {
    return (configuration, request, out) -> new DecisionDesk().take(configuration, request, out);
  }

  @Override
  public RetainRun retain() {
    return (configuration, request, out) -> new Retention().retain(configuration, request, out);
  }

  @Override
  public IncidentRun incident() {
    return (configuration, request, out) -> new IncidentTriage().run(configuration, request, out);
  }

  @Override
  public ReportRun report() {
    return (configuration, request, out) -> new PeriodAudit().report(configuration, request, out);
  }

  @Override
  public VerifyRun verify() {
    return (request, out) -> new StoreVerification(request).run(out);
  }

  @Override
  public ExportRun export() {
    return (configuration, request, out, err) ->
        new StoreExport(configuration, request, out).run(err);
  }

  @Override
  public ExplainRun explain() {
    return (configuration, request, out, err) ->
        new FigureExplanation(configuration, request).run(out, err);
  }
}
