package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.ReviewRequest;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.review.EvaluationSet;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import io.nightaudit.jobs.store.AuditStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Lists or exports the review queue, from the store alone. */
final class ReviewQueue {
  private final AuditConfiguration configuration;
  private final ReviewRequest request;

  ReviewQueue(AuditConfiguration configuration, ReviewRequest request) {
    this.configuration = configuration;
    this.request = request;
  }

  /** Prints or writes what was asked for and returns the exit status. */
  int run(PrintWriter out, PrintWriter err) {
    SparkSession spark = Sessions.forStore(Sessions.open(Optional.empty()));
    String store = configuration.store();
    if (!AuditStore.exists(spark, store)) {
      return missing("there is no audit store in " + store, err);
    }
    List<ReviewEntry> queue;
    List<HumanLabel> labels;
    try (AuditStore open = AuditStore.open(spark, store)) {
      if (open.nights().subSet(from(), to() + 1).isEmpty()) {
        return missing("the store %s has no night %s".formatted(store, nights()), err);
      }
      queue = open.reviewQueue().list(from(), to());
      labels = request.output().isEmpty() ? List.of() : open.labels().list();
    }
    if (queue.isEmpty()) {
      return missing("nothing was drawn when %s was read".formatted(nights()), err);
    }
    if (request.output().isEmpty()) {
      out.print(ReviewListing.of(queue.stream().filter(e -> asked(e.stratum())).toList()));
    } else {
      List<EvaluationSet.Line> lines = EvaluationSet.of(queue, this::asked);
      write(request.output().get(), LabelledLine.of(lines, labels), spark, out);
    }
    out.flush();
    return ExitStatus.DONE.code();
  }

  private static void write(
      Path file, List<LabelledLine> lines, SparkSession spark, PrintWriter out) {
    EvaluationFile.write(file, lines, spark);
    out.println("%s: %s interactions".formatted(file, lines.size()));
  }

  private boolean asked(Stratum stratum) {
    boolean named =
        request
            .stratum()
            .map(name -> name.equals(stratum.name()) || name.equals(stratum.kind().name()))
            .orElse(true);
    return named && (!request.lowRated() || stratum.isLowRated());
  }

  private int missing(String what, PrintWriter err) {
    err.println("nightaudit: " + configuration.redaction().apply(what));
    err.println("  audit it first, while its archive is there: nightaudit run " + options());
    err.flush();
    return ExitStatus.INPUT_MISSING.code();
  }

  private String nights() {
    return from() == to() ? request.from().toString() : request.from() + " to " + request.to();
  }

  private String options() {
    return from() == to()
        ? "--night " + request.from()
        : "--from " + request.from() + " --to " + request.to();
  }

  private long from() {
    return request.from().toEpochDay();
  }

  private long to() {
    return request.to().toEpochDay();
  }
}
