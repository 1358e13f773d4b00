package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.AcceptRequest;
import io.nightaudit.jobs.cli.AcceptRun;
import io.nightaudit.jobs.cli.ExitStatus;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.finding.AcceptedStory;
import io.nightaudit.jobs.finding.AlarmedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.report.VisibleText;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.MeasurementRow;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;

/** Accepts a finding: finds it and the streams of its story, and keeps the decision. */
final class Acceptance implements AcceptRun {
  private static final int LISTED = 12;

  @Override
  public int accept(AuditConfiguration configuration, AcceptRequest request, PrintWriter out) {
    try (AuditStore store = DecisionBook.open(configuration, request.master())) {
      accept(store, configuration.policy().score().learningNights(), request, out);
    }
    return ExitStatus.DONE.code();
  }

  private static void accept(
      AuditStore store, int learningNights, AcceptRequest request, PrintWriter out) {
    DecisionBook book = new DecisionBook(store);
    SortedSet<Long> nights = book.nights();
    long effective = effectiveNight(request, nights.last());
    long last = lastMeasured(store, nights);
    List<Finding> open = store.findings().list(last, last);
    Finding finding = find(store, request.finding(), open, nights, last);
    Decision decision =
        Decision.accept(
            finding,
            request.by(),
            request.reason(),
            effective,
            new AcceptedStory(finding, open).streams(alarmed(store, last)));
    Optional<Decision> same = book.equal(decision);
    if (same.isEmpty()) {
      book.append(decision);
    }
    out.print(new AcceptanceText(finding, same.orElse(decision), learningNights).of(same));
  }

  /** No report changes behind anyone's back: a night that was judged stays as it is. */
  private static long effectiveNight(AcceptRequest request, long last) {
    LocalDate next = LocalDate.ofEpochDay(last + 1);
    LocalDate night = request.effectiveNight().orElse(next);
    if (night.isBefore(next)) {
      throw new Refusal(
          "the night of %s was judged already; a decision acts on nights from %s on: leave out --effective-night"
              .formatted(night, next));
    }
    return night.toEpochDay();
  }

  /** A night without an archive has no findings, and closes none. */
  private static long lastMeasured(AuditStore store, SortedSet<Long> nights) {
    return store.coverage().list(nights.first(), nights.last()).stream()
        .filter(coverage -> coverage.rowsKept() > 0)
        .mapToLong(coverage -> coverage.night().toEpochDay())
        .max()
        .orElseThrow(() -> new Refusal("no night of this store has any data; run one first"));
  }

  private static Finding find(
      AuditStore store, String id, List<Finding> open, SortedSet<Long> nights, long last) {
    Optional<Finding> found = open.stream().filter(finding -> finding.id().equals(id)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<Finding> gone =
        store
            .findings()
            .list(
                store
                    .findings()
                    .read(nights.first(), last)
                    .where(functions.col("id").equalTo(functions.lit(id))));
    throw new Refusal(
        gone.stream()
            .max(Comparator.comparingLong(Finding::epochDay))
            .map(finding -> hasGone(finding, last))
            .orElseGet(() -> unknown(id, open, last)));
  }

  private static String hasGone(Finding finding, long last) {
    return "the finding %s has gone: it was open on %s and not on %s, the last night; there is nothing to accept"
        .formatted(
            finding.id(), LocalDate.ofEpochDay(finding.epochDay()), LocalDate.ofEpochDay(last));
  }

  private static String unknown(String id, List<Finding> open, long last) {
    LocalDate night = LocalDate.ofEpochDay(last);
    if (open.isEmpty()) {
      return "there is no finding %s, and none was open on %s".formatted(VisibleText.of(id), night);
    }
    List<String> nearest = Nearest.to(id, open.stream().map(Finding::id).toList());
    List<Finding> listed =
        open.stream()
            .filter(finding -> nearest.isEmpty() || nearest.contains(finding.id()))
            .limit(LISTED)
            .toList();
    return "there is no finding %s; %s on %s:\n"
            .formatted(
                VisibleText.of(id), nearest.isEmpty() ? "open" : "near that name and open", night)
        + listed.stream()
            .map(finding -> "  " + finding.id() + "  " + VisibleText.of(finding.sentence()))
            .collect(Collectors.joining("\n"));
  }

  private static List<AlarmedStream> alarmed(AuditStore store, long night) {
    return store.measurements().list(night, night).stream()
        .filter(row -> Judgement.isAlarmed(row.reason()))
        .map(Acceptance::alarmed)
        .toList();
  }

  private static AlarmedStream alarmed(MeasurementRow row) {
    return new AlarmedStream(Slice.parse(row.slice()), Measure.parse(row.metric()), row.ewma() > 0);
  }
}
