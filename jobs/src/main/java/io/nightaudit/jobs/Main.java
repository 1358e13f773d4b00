package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.AcceptRun;
import io.nightaudit.jobs.cli.AuditRun;
import io.nightaudit.jobs.cli.BenchmarkRun;
import io.nightaudit.jobs.cli.DemoRun;
import io.nightaudit.jobs.cli.ExplainRun;
import io.nightaudit.jobs.cli.GateRun;
import io.nightaudit.jobs.cli.LabelImportRun;
import io.nightaudit.jobs.cli.NightauditCommand;
import io.nightaudit.jobs.cli.ReviewRun;
import java.util.Locale;

/** Where the command line begins. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    // Delta names the files of its log by the default locale, whose digits may not be 0 to 9.
    Locale.setDefault(Locale.ROOT);
    // Lambdas, so that no class of Spark is touched before the configuration is valid.
    AuditRun run = (configuration, request) -> new NightlyRun().run(configuration, request);
    GateRun gate =
        (configuration, request, out) -> new GateAudit().run(configuration, request, out);
    DemoRun demo = request -> new Demonstration().run(request);
    BenchmarkRun benchmark = request -> new Benchmark().run(request);
    ReviewRun review =
        (configuration, request, out, err) -> new ReviewQueue(configuration, request).run(out, err);
    AcceptRun accept =
        (configuration, request, out) -> new Acceptance().accept(configuration, request, out);
    LabelImportRun labels =
        (configuration, request, out) -> new LabelImport().run(configuration, request, out);
    ExplainRun explain =
        (configuration, request, out, err) ->
            new FigureExplanation(configuration, request).run(out, err);
    System.exit(
        new NightauditCommand(run, demo, benchmark, review, accept, labels, gate, explain)
            .execute(arguments));
  }
}
