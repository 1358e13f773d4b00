package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest.Decide;
import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.decision.RecommendationState;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.recommendation.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the command line says of an answer to a recommendation. */
final class DecidedText {
  private static final String BEFORE_INFORMING =
      "A serious incident is suspected. Before the authority is informed, Art. 73(6) of the AI Act"
          + " bars a provider from altering the system in a way that may affect a later evaluation"
          + " of the causes. Freeze the evidence, inform the authority, say so with"
          + " --authority-informed-at, and only then change anything: to stop the traffic and leave"
          + " the system as it is preserves more than to replace the release. This is no legal"
          + " advice.";

  private final Decide request;
  private final RecommendationRecord record;
  private final Optional<Decision> before;

  /**
   * A text.
   *
   * @param record where the recommendation stands now
   * @param before the equal answer that was kept before, if one was
   */
  DecidedText(Decide request, RecommendationRecord record, Optional<Decision> before) {
    this.request = request;
    this.record = record;
    this.before = before;
  }

  String text() {
    DecisionText text =
        new DecisionText(headline() + record.proposal().title())
            .line(
                "recommendation",
                record.id() + ", night of " + LocalDate.ofEpochDay(record.proposal().night()));
    Decision decision =
        before
            .or(() -> request.executedAt().isPresent() ? record.execution() : record.answer())
            .orElseThrow();
    text.decision(decision, before.isPresent())
        .line("state", record.state().words())
        .actsFrom(decision.effectiveNight());
    warn(text);
    next(text);
    return text.toString();
  }

  private String headline() {
    String done =
        request.executedAt().isPresent()
            ? "Carried out"
            : switch (request.answer()) {
              case APPROVE -> "Approved";
              case REJECT -> "Rejected";
              case DEFER -> "Deferred";
              case EXPIRED -> "No answer";
            };
    return done + (before.isPresent() ? " before: " : ": ");
  }

  private boolean isRollback() {
    return record.proposal().action().equals(Action.ROLL_BACK.name());
  }

  private void warn(DecisionText text) {
    if (isRollback() && record.circumstances().seriousIncident() == Told.YES) {
      Optional<Instant> informed = record.circumstances().authorityInformedAt();
      text.sentence(
          informed
              .map(
                  at ->
                      "A serious incident is suspected; the authority was informed at " + at + ".")
              .orElse(BEFORE_INFORMING));
    }
  }

  private void next(DecisionText text) {
    if (record.state() == RecommendationState.APPROVED && isRollback()) {
      text.sentence("Nothing was changed. Once it is carried out, say so with --executed-at.");
    }
    if (record.state() == RecommendationState.EXECUTED && isRollback()) {
      text.sentence("The next reports say whether the gate metric came back.");
    }
  }
}
