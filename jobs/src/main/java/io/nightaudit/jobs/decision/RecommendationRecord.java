package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.decision.RecommendationState.Step;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.recommendation.EffectCheck;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.Optional;

/**
 * One recommendation with what people did about it, as a night knows it.
 *
 * @param id the recommendation's
 * @param proposal what was recommended, as it was last made or answered
 * @param state where it stands
 * @param circumstances what people said that no log knows
 * @param answer the last answer
 * @param execution when it was carried out, if it was
 * @param check what came of it, where that can be said
 */
public record RecommendationRecord(
    String id,
    Proposal proposal,
    RecommendationState state,
    Circumstances circumstances,
    Optional<Decision> answer,
    Optional<Decision> execution,
    Optional<EffectCheck> check) {

  /** A recommendation that nobody has answered. */
  public static RecommendationRecord proposed(Recommendation advice) {
    return proposed(advice.id(), proposal(advice));
  }

  /** A recommendation that nobody has answered, as it was made. */
  public static RecommendationRecord proposed(String id, Proposal proposal) {
    return new RecommendationRecord(
        id,
        proposal,
        frozen(RecommendationState.PROPOSED, proposal),
        Circumstances.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What a decision remembers of a recommendation. */
  public static Proposal proposal(Recommendation advice) {
    return new Proposal(
        advice.epochDay(),
        advice.action().name(),
        advice.route(),
        advice.fromRelease(),
        advice.toRelease(),
        advice.evidenceFreeze(),
        advice.effect().map(effect -> expected(effect, share(advice))));
  }

  /** The part of the route that the release serves: all of it, unless another served beside it. */
  private static double share(Recommendation advice) {
    return advice
        .decision()
        .filter(beside -> beside.laterRows() > 0)
        .map(beside -> (double) beside.laterRows() / (beside.laterRows() + beside.earlierRows()))
        .orElse(1.0);
  }

  /** What a release does to a part of a route, a rollback undoes in the whole by that part. */
  private static Expected expected(Recommendation.Effect effect, double share) {
    return new Expected(
        effect.metric(),
        share * effect.value(),
        share * effect.low(),
        share * effect.high(),
        effect.unit(),
        effect.since(),
        effect.material());
  }

  private static RecommendationState frozen(RecommendationState state, Proposal proposal) {
    return state == RecommendationState.PROPOSED && !proposal.freeze().isEmpty()
        ? state.after(Step.FREEZE)
        : state;
  }

  /**
   * The record once a decision acts.
   *
   * @throws ImpossibleStepException where it cannot be taken in this state
   */
  public RecommendationRecord after(Decision decision) {
    return switch (decision.kind()) {
      case DECIDE -> answered(decision, decision.details(Answered.class).orElseThrow());
      case EXECUTE -> executed(decision);
      default -> this;
    };
  }

  private RecommendationRecord answered(Decision decision, Answered answered) {
    return new RecommendationRecord(
        id,
        proposal,
        frozen(state.after(Answer.of(decision.answer()).step()), proposal),
        answered.circumstances().or(circumstances),
        Optional.of(decision),
        execution,
        check);
  }

  private RecommendationRecord executed(Decision decision) {
    return new RecommendationRecord(
        id,
        proposal,
        state.after(Step.EXECUTE),
        circumstances,
        answer,
        Optional.of(decision),
        check);
  }

  /** The record once it is known what came of it, or as much of it as there is so far. */
  public RecommendationRecord checked(EffectCheck found) {
    return new RecommendationRecord(
        id,
        proposal,
        found.isFinal() ? state.after(Step.VERIFY) : state,
        circumstances,
        answer,
        execution,
        Optional.of(found));
  }

  /** What was carried out, and when. */
  public Optional<Executed> executed() {
    return execution.flatMap(decision -> decision.details(Executed.class));
  }
}
