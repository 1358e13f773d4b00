package io.nightaudit.jobs;

import io.nightaudit.jobs.cli.DecisionRequest.Decide;
import io.nightaudit.jobs.cli.Refusal;
import io.nightaudit.jobs.decision.Answer;
import io.nightaudit.jobs.decision.ImpossibleStepException;
import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.decision.RecommendationRecords;
import io.nightaudit.jobs.decision.RecommendationState;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import io.nightaudit.jobs.recommendation.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a person answered to a recommendation. */
final class Deciding {
  /** The word of a recommendation that was carried out. */
  static final String EXECUTE = "execute";

  private final DecisionBook book;
  private final ZoneId zone;

  Deciding(DecisionBook book, ZoneId zone) {
    this.book = book;
    this.zone = zone;
  }

  String take(Decide request) {
    Optional<RecommendationRecord> known =
        new RecommendationRecords(List.of(), book.decisions()).of(request.recommendation());
    Proposal proposal = new AnsweredProposal(book, request).find(known);
    checkTimes(request, proposal);
    RecommendationRecord before =
        known.orElseGet(() -> RecommendationRecord.proposed(request.recommendation(), proposal));
    List<Decision> steps = steps(request, proposal, before);
    RecommendationRecord after = after(before, steps);
    checkFrozen(request, proposal);
    steps.forEach(book::append);
    return new DecidedText(request, after, repeated(request, proposal, before)).text();
  }

  /** What is to be added; nothing where it was said before. */
  private List<Decision> steps(Decide request, Proposal proposal, RecommendationRecord before) {
    List<Decision> steps = new ArrayList<>();
    if (repeated(request, proposal, before).isPresent()) {
      return steps;
    }
    boolean approved = before.state() == RecommendationState.APPROVED;
    if (!approved || request.executedAt().isEmpty()) {
      steps.add(answer(request, proposal));
    }
    // What is carried out is what was approved, on the evidence of that night.
    Proposal carriedOut =
        approved
            ? before.answer().flatMap(RecommendationRecords::proposal).orElse(proposal)
            : proposal;
    request.executedAt().ifPresent(at -> steps.add(execution(request, carriedOut, at)));
    return steps;
  }

  private Optional<Decision> repeated(
      Decide request, Proposal proposal, RecommendationRecord before) {
    return request
        .executedAt()
        .map(at -> before.execution().filter(execution(request, proposal, at)::repeats))
        .orElseGet(
            () ->
                before
                    .answer()
                    .filter(answer(request, proposal)::repeats)
                    .filter(earlier -> isOfTheSameWait(request, proposal, earlier)));
  }

  /** Nobody may answer on one night and again on the next; anything else is said once. */
  private static boolean isOfTheSameWait(Decide request, Proposal proposal, Decision earlier) {
    return request.answer() != Answer.EXPIRED
        || RecommendationRecords.proposal(earlier)
            .filter(answered -> answered.night() == proposal.night())
            .isPresent();
  }

  private Decision answer(Decide request, Proposal proposal) {
    return Decision.taken(
        request.recommendation(),
        request.answer().word(),
        new Words(request.by(), request.reason()),
        book.nextNight(),
        new Answered(proposal, request.circumstances()));
  }

  private Decision execution(Decide request, Proposal proposal, Instant at) {
    return Decision.taken(
        request.recommendation(),
        EXECUTE,
        new Words(request.by(), request.reason()),
        book.nextNight(),
        new Executed(proposal, at));
  }

  private static RecommendationRecord after(RecommendationRecord before, List<Decision> steps) {
    RecommendationRecord record = before;
    try {
      for (Decision step : steps) {
        record = record.after(step);
      }
      return record;
    } catch (ImpossibleStepException e) {
      throw new Refusal(before.id() + ": " + e.getMessage());
    }
  }

  /** Evidence first: nobody can say later what an approval without it rested on. */
  private static void checkFrozen(Decide request, Proposal proposal) {
    if (request.answer() == Answer.APPROVE
        && proposal.action().equals(Action.ROLL_BACK.name())
        && proposal.freeze().isEmpty()) {
      throw new Refusal(
          "the evidence of %s has no hash, as an older version recommended it; run the night of %s again, then approve"
              .formatted(request.recommendation(), LocalDate.ofEpochDay(proposal.night())));
    }
  }

  private void checkTimes(Decide request, Proposal proposal) {
    request.executedAt().ifPresent(at -> checkPast("--executed-at", at));
    request
        .circumstances()
        .authorityInformedAt()
        .ifPresent(at -> checkPast("--authority-informed-at", at));
    Instant begin = LocalDate.ofEpochDay(proposal.night()).atStartOfDay(zone).toInstant();
    request
        .executedAt()
        .filter(at -> at.isBefore(begin))
        .ifPresent(
            at -> {
              throw new Refusal(
                  "--executed-at %s lies before the night of %s, whose report recommended it; give the time of the rollback"
                      .formatted(at, LocalDate.ofEpochDay(proposal.night())));
            });
  }

  private static void checkPast(String option, Instant at) {
    if (at.isAfter(Instant.now())) {
      throw new Refusal(
          "%s %s lies in the future; say it once it has happened".formatted(option, at));
    }
  }
}
