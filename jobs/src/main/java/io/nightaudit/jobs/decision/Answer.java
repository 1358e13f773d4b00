package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.decision.RecommendationState.Step;
import java.util.Locale;

/** What can be answered to a recommendation. */
public enum Answer {
  APPROVE(Step.APPROVE),
  REJECT(Step.REJECT),
  DEFER(Step.DEFER),
  /** Nobody answered. */
  EXPIRED(Step.EXPIRE);

  private final Step step;

  Answer(Step step) {
    this.step = step;
  }

  /** The answer of its word. */
  public static Answer of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word that a decision keeps. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Step step() {
    return step;
  }
}
