package io.nightaudit.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.ExportRequest;
import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.export.AssessmentNight;
import io.nightaudit.jobs.export.AssessmentResults;
import io.nightaudit.jobs.export.FindingsCsv;
import io.nightaudit.jobs.export.FocusCharge;
import io.nightaudit.jobs.export.LineageEvents;
import io.nightaudit.jobs.export.LineageRun;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.policy.PriceSettings;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.CostRow;
import io.nightaudit.jobs.store.RunRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.sql.SparkSession;

/** Writes what the store holds in the forms of other tools. */
final class StoreExport {
  private static final List<String> TABLES =
      List.of(
          "profiles",
          "measurements",
          "comparisons",
          "findings",
          "recommendations",
          "releases",
          "cost_ledger",
          "coverage",
          "quarantine",
          "review_queue");

  private static final int SHORT_HASH = 12;

  private final AuditConfiguration configuration;
  private final ExportRequest request;
  private final PrintWriter out;

  StoreExport(AuditConfiguration configuration, ExportRequest request, PrintWriter out) {
    this.configuration = configuration;
    this.request = request;
    this.out = out;
  }

  /** Writes or sends what was asked for and returns the exit status. */
  int run(PrintWriter err) {
    SparkSession spark = Sessions.forStore(Sessions.open(Optional.empty()));
    if (!AuditStore.exists(spark, configuration.store())) {
      return missing("there is no audit store in " + configuration.store(), err);
    }
    try (AuditStore store = AuditStore.open(spark, configuration.store())) {
      SortedSet<Long> nights = store.nights().subSet(from(), to() + 1);
      if (nights.isEmpty()) {
        return missing(
            "the store %s has no night from %s to %s"
                .formatted(configuration.store(), request.from(), request.to()),
            err);
      }
      write(store, nights, spark);
    }
    out.flush();
    return ExitStatus.DONE.code();
  }

  private void write(AuditStore store, SortedSet<Long> nights, SparkSession spark) {
    switch (request.form()) {
      case FINDINGS -> findings(store.findings().list(from(), to()));
      case FOCUS -> costs(store.costLedger().list(from(), to()), spark);
      case OPENLINEAGE -> lineage(store);
      case OSCAL -> assessment(store, nights);
    }
  }

  private void findings(List<Finding> findings) {
    text(FindingsCsv.of(findings), findings.size() + " lines of findings");
  }

  private void costs(List<CostRow> rows, SparkSession spark) {
    String book = priceBook(configuration.prices());
    List<FocusCharge> charges =
        rows.stream()
            .filter(row -> row.line().priced())
            .map(
                row ->
                    new FocusCharge(
                        LocalDate.ofEpochDay(row.epochDay()),
                        row.line(),
                        request.account().orElse(configuration.system()),
                        configuration.archive().timezone(),
                        book))
            .toList();
    FocusFile.write(request.output().orElseThrow(), charges, spark);
    long unpriced = rows.stream().filter(row -> !row.line().priced()).count();
    out.println(
        "%s: %s charges%s"
            .formatted(
                request.output().orElseThrow(),
                charges.size(),
                unpriced == 0 ? "" : "; left out for want of a price: " + unpriced));
  }

  /** The first digits of a hash: prices have no version of their own. */
  private static String priceBook(PriceSettings prices) {
    return prices.book().prices().isEmpty()
        ? "reported"
        : ConfigurationHash.of(prices).substring(0, SHORT_HASH);
  }

  private void lineage(AuditStore store) {
    List<ObjectNode> events = new ArrayList<>();
    for (RunRow run : store.runs().list()) {
      if (run.command().equals("run") && run.nightsFrom() <= to() && run.nightsTo() >= from()) {
        events.addAll(LineageEvents.of(run(store, run)));
      }
    }
    if (request.url().isPresent()) {
      LineageServer.send(request.url().get(), request.key(), events);
      out.println("%s: %s events".formatted(request.url().get(), events.size()));
    } else {
      StringBuilder lines = new StringBuilder();
      events.forEach(event -> lines.append(event).append('\n'));
      text(lines.toString(), events.size() + " events");
    }
  }

  private LineageRun run(AuditStore store, RunRow run) {
    return new LineageRun(
        run.runId(),
        configuration.system(),
        run.version(),
        run.startedAt(),
        run.finishedAt(),
        run.status() != ExitStatus.DONE.code(),
        run.status() == ExitStatus.DONE.code() ? "" : "exit status " + run.status(),
        configuration.archive().timezone(),
        store.coverage().list(run.nightsFrom(), run.nightsTo()),
        TABLES);
  }

  private void assessment(AuditStore store, SortedSet<Long> nights) {
    List<Finding> findings = store.findings().list(from(), to());
    List<Recommendation> advice = store.recommendations().list(from(), to());
    List<AssessmentNight> found = new ArrayList<>();
    for (long night : nights) {
      found.add(
          new AssessmentNight(
              LocalDate.ofEpochDay(night),
              findings.stream().filter(finding -> finding.epochDay() == night).toList(),
              advice.stream().filter(entry -> entry.epochDay() == night).toList()));
    }
    ObjectNode document =
        new AssessmentResults(
                configuration.system(), Version.number(), configuration.archive().timezone())
            .of(found);
    text(document.toPrettyString() + "\n", found.size() + " nights");
  }

  private void text(String text, String what) {
    Path file = request.output().orElseThrow();
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    out.println("%s: %s".formatted(file, what));
  }

  private int missing(String what, PrintWriter err) {
    err.println("nightaudit: " + configuration.redaction().apply(what));
    err.println("  audit it first: nightaudit run --from DATE --to DATE");
    err.flush();
    return ExitStatus.INPUT_MISSING.code();
  }

  private long from() {
    return request.from().toEpochDay();
  }

  private long to() {
    return request.to().toEpochDay();
  }
}
