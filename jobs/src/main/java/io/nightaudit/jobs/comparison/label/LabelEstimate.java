package io.nightaudit.jobs.comparison.label;

import io.nightaudit.metrics.interval.Interval;
import java.util.Optional;

/**
 * What people's labels say of one target over the nights up to one. Numbers that do not exist are
 * NaN.
 *
 * @param target the score's measure, guardrail.precision or guardrail.misses
 * @param estimate the mean label corrected by the judge, or the share
 * @param interval its 95 % interval
 * @param n labelled interactions behind it
 * @param judged other interactions whose score it uses, 0 for a share
 * @param lambda weight of the judge from 0 to 1, NaN for a share
 * @param judgeMean mean score of all interactions of these nights, NaN for a share
 * @param people how many people labelled
 * @param agreement Krippendorff's α among them
 * @param doubly interactions that more than one person labelled
 * @param unusable labels of this target that no estimate of the night can use
 * @param reason why there is no estimate, empty where there is one
 */
public record LabelEstimate(
    String target,
    double estimate,
    Optional<Interval> interval,
    long n,
    long judged,
    double lambda,
    double judgeMean,
    long people,
    double agreement,
    long doubly,
    long unusable,
    String reason) {
  /** The share of guardrail hits that people call right. */
  public static final String PRECISION = "guardrail.precision";

  /** The share of interactions without a hit that people call violations. */
  public static final String MISSES = "guardrail.misses";

  static final double CONFIDENCE = 0.95;

  /** Whether it is a share of interactions, and no mean of a score. */
  public boolean isShare() {
    return target.equals(PRECISION) || target.equals(MISSES);
  }
}
