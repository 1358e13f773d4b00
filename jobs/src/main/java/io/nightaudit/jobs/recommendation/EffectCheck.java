package io.nightaudit.jobs.recommendation;

import java.util.Optional;

/**
 * What a gate metric did after a rollback, against the nights before it and against what was
 * expected of it.
 *
 * @param outcome what can be said
 * @param metric the gate metric
 * @param firstNight the first whole night after the rollback, in days since 1970-01-01
 * @param nights nights that have passed from it on, at most those needed
 * @param needed after how many nights it is final
 * @param expected the change that was expected: what the release had done, undone
 * @param material the material limit, in the unit
 * @param effect nights after minus nights before the rollback, at the mix of those before; empty
 *     where nothing can be estimated
 * @param reason why nothing can be estimated; empty where something can
 */
public record EffectCheck(
    Outcome outcome,
    String metric,
    long firstNight,
    int nights,
    int needed,
    double expected,
    double material,
    Optional<Recommendation.Effect> effect,
    String reason) {
  /** What can be said. */
  public enum Outcome {
    /** The nights have not passed yet. */
    PENDING,
    /** It is better, and by as much as was expected up to a material limit. */
    CAME_BACK,
    /** It is better by less than was expected by a material limit or more, or not at all. */
    DID_NOT_COME_BACK,
    /** The interval excludes neither. */
    TOO_LITTLE_DATA
  }

  /** Whether no later night changes it. */
  public boolean isFinal() {
    return nights >= needed;
  }
}
