package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest.Decide;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.report.VisibleText;
import io.nightaudit.jobs.store.AuditStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;

/** Finds the recommendation that a person answers. */
final class AnsweredProposal {
  private static final int LISTED = 12;

  private final DecisionBook book;
  private final Decide request;

  AnsweredProposal(DecisionBook book, Decide request) {
    this.book = book;
    this.request = request;
  }

  /**
   * The recommendation as the night of the request made it, or else as it was made last.
   *
   * @param known what was answered to it before
   */
  Proposal find(Optional<RecommendationRecord> known) {
    Optional<Recommendation> made =
        made().stream()
            .filter(
                each -> request.night().map(n -> n.toEpochDay() == each.epochDay()).orElse(true))
            .max(Comparator.comparingLong(Recommendation::epochDay));
    if (made.isEmpty() && (known.isEmpty() || request.night().isPresent())) {
      throw new Refusal(unknown());
    }
    made.ifPresent(each -> check(each, known.isPresent()));
    return made.map(RecommendationRecord::proposal).orElseGet(() -> known.get().proposal());
  }

  private List<Recommendation> made() {
    AuditStore store = book.store();
    return store
        .recommendations()
        .list(
            store
                .recommendations()
                .read(book.nights().first(), book.nights().last())
                .where(functions.col("id").equalTo(functions.lit(request.recommendation()))));
  }

  private void check(Recommendation made, boolean answered) {
    LocalDate night = LocalDate.ofEpochDay(made.epochDay());
    if (made.action() == Action.KEEP) {
      throw new Refusal(
          "%s says to keep a release; there is nothing to answer".formatted(made.id()));
    }
    if (!answered && request.night().isEmpty() && made.epochDay() < book.nights().last()) {
      throw new Refusal(
          "%s was recommended last on %s and not on %s, the last night; to answer it all the same, give --night %s"
              .formatted(made.id(), night, LocalDate.ofEpochDay(book.nights().last()), night));
    }
  }

  private String unknown() {
    long night = request.night().map(LocalDate::toEpochDay).orElse(book.nights().last());
    List<Recommendation> open =
        book.store().recommendations().list(night, night).stream()
            .filter(each -> each.action() != Action.KEEP)
            .toList();
    String none =
        "there is no recommendation %s".formatted(VisibleText.of(request.recommendation()));
    LocalDate date = LocalDate.ofEpochDay(night);
    return open.isEmpty()
        ? "%s, and none to answer was made on %s".formatted(none, date)
        : "%s; made on %s:\n%s".formatted(none, date, listed(open));
  }

  private String listed(List<Recommendation> open) {
    List<String> nearest =
        Nearest.to(request.recommendation(), open.stream().map(Recommendation::id).toList());
    return open.stream()
        .filter(each -> nearest.isEmpty() || nearest.contains(each.id()))
        .limit(LISTED)
        .map(each -> "  %s  %s".formatted(each.id(), VisibleText.of(each.title())))
        .collect(Collectors.joining("\n"));
  }
}
