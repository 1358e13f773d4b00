package io.nightaudit.jobs.decision;

import java.util.Optional;

/** Where a recommendation stands between its proposal and what came of it. */
public enum RecommendationState {
  /** It was made. */
  PROPOSED("proposed"),
  /** It was made, and the evidence that it rests on has a hash. */
  FROZEN("proposed, its evidence frozen"),
  /** A person wants it, and it is to be carried out. */
  APPROVED("approved, not carried out yet"),
  /** A person carried it out. */
  EXECUTED("carried out, its effect not known yet"),
  /** Enough nights have passed since to say what came of it. */
  VERIFIED("carried out, its effect checked"),
  /** A person does not want it. */
  REJECTED("rejected"),
  /** Nobody answered in time. */
  EXPIRED("expired without an answer");

  /** What can happen to a recommendation. */
  public enum Step {
    FREEZE("frozen"),
    APPROVE("approved"),
    REJECT("rejected"),
    DEFER("deferred"),
    EXPIRE("expired"),
    EXECUTE("carried out"),
    VERIFY("checked for its effect");

    private final String done;

    Step(String done) {
      this.done = done;
    }
  }

  private final String words;

  RecommendationState(String words) {
    this.words = words;
  }

  /** The state in words. */
  public String words() {
    return words;
  }

  /** Whether a person has yet to answer; an answer that never came can still be given. */
  public boolean awaits() {
    return this == PROPOSED || this == FROZEN || this == EXPIRED;
  }

  /** Whether it was carried out. */
  public boolean isExecuted() {
    return this == EXECUTED || this == VERIFIED;
  }

  /**
   * The state after a step.
   *
   * @throws ImpossibleStepException where that cannot happen in this state
   */
  public RecommendationState after(Step step) {
    return next(step).orElseThrow(() -> new ImpossibleStepException(impossible(step)));
  }

  private Optional<RecommendationState> next(Step step) {
    return switch (this) {
      case PROPOSED -> step == Step.FREEZE ? Optional.of(FROZEN) : answered(step, PROPOSED);
      case FROZEN -> answered(step, FROZEN);
      case EXPIRED -> answered(step, PROPOSED);
      case APPROVED -> step == Step.EXECUTE ? Optional.of(EXECUTED) : decided(step);
      case REJECTED -> decided(step);
      case EXECUTED -> step == Step.VERIFY ? Optional.of(VERIFIED) : Optional.empty();
      case VERIFIED -> Optional.empty();
    };
  }

  /** What the answer to an open question leads to; who defers it leaves it open. */
  private static Optional<RecommendationState> answered(Step step, RecommendationState open) {
    return switch (step) {
      case DEFER -> Optional.of(open);
      case EXPIRE -> Optional.of(EXPIRED);
      default -> decided(step);
    };
  }

  /** Until it is carried out, people may change their mind. */
  private static Optional<RecommendationState> decided(Step step) {
    return switch (step) {
      case APPROVE -> Optional.of(APPROVED);
      case REJECT -> Optional.of(REJECTED);
      default -> Optional.empty();
    };
  }

  private String impossible(Step step) {
    return "a recommendation that is %s cannot be %s; %s".formatted(words, step.done, remedy(step));
  }

  private String remedy(Step step) {
    return switch (this) {
      case APPROVED -> "carry it out, or take the approval back with --answer reject";
      case EXECUTED, VERIFIED ->
          "what was done stays on record: if the harm is back, the next report recommends anew";
      case REJECTED -> "approve it first if it is to be carried out after all";
      case PROPOSED, FROZEN, EXPIRED ->
          step == Step.VERIFY ? "it has to be carried out first" : "approve it first";
    };
  }
}
