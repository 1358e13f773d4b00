package io.nightaudit.metrics.decision;

import java.util.List;

/**
 * What to do with a release, and why.
 *
 * @param action what to do
 * @param reasons why, in the order of the metrics
 */
public record RollbackDecision(Action action, List<Reason> reasons) {

  /** What to do with a release. */
  public enum Action {
    KEEP,
    HOLD,
    ROLL_BACK
  }

  /** What a reason compares: its value with its limit. */
  public enum Kind {
    /** Lower limit of a guardrail's rate; above its limit. */
    GUARDRAIL_EXCEEDED,
    /** p-value of the sample ratio; below the least. */
    ARMS_NOT_COMPARABLE,
    /** Number of gate metrics; none. */
    NO_GATE,
    /** Information on a metric; none. */
    NO_EVIDENCE,
    /** Nights; below the least. */
    TOO_FEW_NIGHTS,
    /** Values in the smaller arm; below the least. */
    TOO_FEW_ROWS,
    /** Least harm that the nights allow; above 0. */
    HARM_IS_CERTAIN,
    /** Expected cost of keeping; above that of a rollback. */
    LOSS_ABOVE_ROLLBACK_COST,
    /** Expected cost of keeping; not above that of a rollback. */
    LOSS_WITHIN_ROLLBACK_COST,
    /** Most harm that the nights allow; below the margin. */
    WITHIN_MARGIN,
    /** Most harm that the nights allow; not below the margin. */
    MARGIN_NOT_EXCLUDED,
    /** Nights; at or above the most, so that the expected loss decides. */
    OUT_OF_TIME
  }

  /**
   * One comparison that the action rests on.
   *
   * @param metric the metric; empty where the reason is of none
   * @param value in the unit of its kind
   * @param limit in the same unit
   */
  public record Reason(Kind kind, String metric, double value, double limit) {}

  public RollbackDecision {
    reasons = List.copyOf(reasons);
  }
}
