package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.ArchiveNights;
import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.GateRequest;
import io.nightaudit.jobs.cli.GateRun;
import io.nightaudit.jobs.cli.Progress;
import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.cohort.CohortNames;
import io.nightaudit.jobs.cohort.UnknownCohortException;
import io.nightaudit.jobs.finding.CoverageJudge;
import io.nightaudit.jobs.finding.CoverageJudgement;
import io.nightaudit.jobs.gate.GateDecision;
import io.nightaudit.jobs.gate.GateJudge;
import io.nightaudit.jobs.gate.GateMetric;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.report.GateComposer;
import io.nightaudit.jobs.report.GateHtml;
import io.nightaudit.jobs.report.GateJson;
import io.nightaudit.jobs.report.GateRecord;
import io.nightaudit.jobs.report.GateReport;
import io.nightaudit.jobs.report.GateText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** The release gate: measures releases side by side, judges the candidates, says which pass. */
public final class GateAudit implements GateRun {
  private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

  @Override
  public int run(AuditConfiguration configuration, GateRequest request, PrintWriter out) {
    if (!GateMetric.declared(configuration)) {
      err.println("nightaudit: " + GateMetric.REMEDY);
      return ExitStatus.USAGE.code();
    }
    try (Progress progress = Progress.on(request.progress())) {
      progress.start("Comparing releases", 2);
      return run(configuration, request, progress, out).code();
    } catch (UnknownCohortException unknown) {
      err.println("nightaudit: " + configuration.redaction().apply(unknown.getMessage()));
      return ExitStatus.USAGE.code();
    }
  }

  private ExitStatus run(
      AuditConfiguration configuration, GateRequest request, Progress progress, PrintWriter out) {
    SparkSession spark = Sessions.open(request.master());
    Optional<ArchiveNights.Span> nights = nights(spark, configuration, request);
    if (nights.isEmpty()) {
      warn(
          configuration, "no night of the archive " + configuration.archive().path() + " has rows");
      return ExitStatus.INPUT_MISSING;
    }
    MeasuredCohorts measured =
        MeasuredCohorts.of(
            spark,
            configuration,
            Level.RELEASE,
            nights.get(),
            warning -> warn(configuration, warning));
    progress.step("measured");
    if (measured.interactions().coverage().rowsKept() == 0) {
      return nothing(configuration, nights.get(), measured.interactions().coverage());
    }
    GateRecord record = record(configuration, request, nights.get(), measured);
    progress.step("compared");
    GateReport report = GateComposer.compose(record);
    write(request, report);
    progress.close();
    out.print(configuration.redaction().apply(GateText.of(report)));
    out.println("Written: " + request.output().resolve("gate.html"));
    out.flush();
    return status(record);
  }

  /** Nothing to compare: nothing is written, for an empty table could be taken for a pass. */
  private ExitStatus nothing(
      AuditConfiguration configuration, ArchiveNights.Span nights, Coverage coverage) {
    warn(
        configuration,
        "not one row of %s to %s can be measured".formatted(nights.from(), nights.to()));
    List<String> broken = contractBroken(configuration, coverage);
    broken.forEach(reason -> warn(configuration, reason));
    return broken.isEmpty() ? ExitStatus.INPUT_MISSING : ExitStatus.CONTRACT_BROKEN;
  }

  private static Optional<ArchiveNights.Span> nights(
      SparkSession spark, AuditConfiguration configuration, GateRequest request) {
    if (request.from().isPresent() && request.to().isPresent()) {
      return Optional.of(new ArchiveNights.Span(request.from().get(), request.to().get()));
    }
    return new ArchiveNights(spark, configuration.archive())
        .span()
        .map(
            all ->
                new ArchiveNights.Span(
                    request.from().orElse(all.from()), request.to().orElse(all.to())))
        .filter(span -> !span.from().isAfter(span.to()));
  }

  private GateRecord record(
      AuditConfiguration configuration,
      GateRequest request,
      ArchiveNights.Span nights,
      MeasuredCohorts measured) {
    CohortNames names = new CohortNames(measured.names());
    String baseline = names.named(request.baseline());
    List<CohortComparison> comparisons =
        measured.compare(baseline, candidates(request, names, baseline));
    return new GateRecord(
        configuration,
        ConfigurationHash.of(configuration),
        Version.number(),
        nights.from(),
        nights.to(),
        measured.interactions().coverage(),
        contractBroken(configuration, measured.interactions().coverage()),
        comparisons.get(0).baseline(),
        decision(configuration, comparisons));
  }

  private static List<String> candidates(GateRequest request, CohortNames names, String baseline) {
    Set<String> candidates = new LinkedHashSet<>();
    for (String text : request.candidates()) {
      String name = names.named(text);
      if (name.equals(baseline)) {
        throw new UnknownCohortException(
            "the candidate '%s' is the baseline '%s'; name another".formatted(text, baseline));
      }
      if (!candidates.add(name)) {
        throw new UnknownCohortException(
            "'%s' is a candidate already, '%s'; name each once".formatted(text, name));
      }
    }
    return List.copyOf(candidates);
  }

  private static GateDecision decision(
      AuditConfiguration configuration, List<CohortComparison> comparisons) {
    Set<Measure> measured = new TreeSet<>();
    comparisons.forEach(comparison -> measured.addAll(comparison.evidence().keySet()));
    return new GateJudge(configuration, GateMetric.of(configuration, measured)).judge(comparisons);
  }

  private static List<String> contractBroken(AuditConfiguration configuration, Coverage coverage) {
    CoverageJudgement judgement =
        new CoverageJudge(configuration.archive(), configuration.policy().coverage())
            .judge(coverage, List.of());
    return judgement.contractBroken() ? judgement.reasons() : List.of();
  }

  private static void write(GateRequest request, GateReport report) {
    byte[] json = GateJson.write(report);
    write(request.output().resolve("gate.json"), json);
    write(request.output().resolve("gate.html"), GateHtml.render(report));
    request.json().forEach(file -> write(file, json));
  }

  private static void write(Path file, byte[] content) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file + "; name another place with --output or --json", e);
    }
  }

  private static ExitStatus status(GateRecord record) {
    if (!record.contractBroken().isEmpty()) {
      return ExitStatus.CONTRACT_BROKEN;
    }
    return record.decision().passes() ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
  }

  private void warn(AuditConfiguration configuration, String message) {
    err.println("nightaudit: " + configuration.redaction().apply(message));
  }
}
