package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cli.ErrorBlock;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.Progress;
import io.nightaudit.jobs.cli.RunRequest;
import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.finding.CoverageJudge;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.RunRow;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/** One run while it lasts: its session, its store, its progress, and what it tells the operator. */
final class RunSession implements AutoCloseable {
  private final AuditConfiguration configuration;
  private final RunRequest request;
  private final SparkSession spark;
  private final AuditStore store;
  private final Progress progress;
  private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
  private final String runId;
  private final SortedSet<Long> unfinished;
  private final Instant startedAt = Instant.now();
  private Instant lastLap = startedAt;
  private final List<String> messages = new ArrayList<>();

  private RunSession(
      AuditConfiguration configuration,
      RunRequest request,
      SparkSession spark,
      AuditStore store,
      String runId) {
    this.configuration = configuration;
    this.request = request;
    this.spark = spark;
    this.store = store;
    this.runId = runId;
    this.progress = Progress.on(request.progress());
    this.unfinished = store.sealer().unfinished();
  }

  static RunSession open(AuditConfiguration configuration, RunRequest request) {
    SparkSession spark = Sessions.open(request.master());
    String runId = UUID.randomUUID().toString();
    AuditStore store = AuditStore.open(Sessions.forStore(spark), configuration.store(), runId);
    return new RunSession(configuration, request, spark, store, runId);
  }

  AuditConfiguration configuration() {
    return configuration;
  }

  String configurationHash() {
    return ConfigurationHash.of(configuration);
  }

  RunRequest request() {
    return request;
  }

  SparkSession spark() {
    return spark;
  }

  AuditStore store() {
    return store;
  }

  Progress progress() {
    return progress;
  }

  /** Tells the operator something that no report may hold, such as the name of a file. */
  void warn(String message) {
    err.println("nightaudit: " + configuration.redaction().apply(message));
    messages.add(configuration.redaction().apply(message));
  }

  /** Says, where the operator wants to know, how long a step took. */
  void lap(String step) {
    Instant now = Instant.now();
    if (request.verbose()) {
      err.println(
          "nightaudit: %s took %s ms".formatted(step, Duration.between(lastLap, now).toMillis()));
    }
    lastLap = now;
  }

  /** What manifests say that nights of this run were audited with. */
  Manifest.MadeWith madeWith() {
    return new Manifest.MadeWith(
        configurationHash(),
        configuration.policy().version(),
        ConfigurationHash.ofPolicy(configuration),
        ConfigurationHash.of(configuration.prices()),
        Version.number(),
        ProgramHash.OF_THIS_PROGRAM);
  }

  /**
   * The nights asked for, and every night after the first of them that was judged before, as far as
   * retention left what it was judged with. Nights that an earlier run wrote and did not seal count
   * as asked for.
   */
  SortedSet<Long> nightsToJudge(List<LocalDate> requested) {
    SortedSet<Long> known = store.nights();
    SortedSet<Long> asked = new TreeSet<>(unfinished);
    asked.retainAll(known);
    requested.forEach(night -> asked.add(night.toEpochDay()));
    RetainedNights retained = new RetainedNights(store, configuration.policy());
    SortedSet<Long> judged = retained.judgedAgain(asked, known);
    if (judged.size() < known.tailSet(asked.first()).size()) {
      warn(retained.keepTheirReports(asked.last()));
    }
    return judged;
  }

  /** What a measured night means for the exit status. */
  ExitStatus statusOf(MeasuredNight night) {
    if (night.failure().isPresent()) {
      warn(night.night() + " could not be measured");
      new ErrorBlock(request.verbose(), configuration.redaction())
          .print(night.failure().get(), err);
      return ExitStatus.FAILURE;
    }
    if (night.coverage().input() == Coverage.Input.MISSING) {
      return ExitStatus.INPUT_MISSING;
    }
    boolean broken =
        new CoverageJudge(configuration.archive(), configuration.policy().coverage())
            .judge(night.coverage(), List.of())
            .contractBroken();
    return broken ? ExitStatus.CONTRACT_BROKEN : ExitStatus.DONE;
  }

  /** Writes the run into the ledger. */
  void record(ExitStatus status) {
    store
        .runs()
        .append(
            new RunRow(
                runId,
                startedAt,
                Instant.now(),
                "run",
                request.from().toEpochDay(),
                request.to().toEpochDay(),
                status.code(),
                String.join("\n", messages),
                Version.number(),
                configurationHash()));
  }

  @Override
  public void close() {
    progress.close();
    store.close();
  }
}
