package io.nightaudit.jobs.cohort;

import io.nightaudit.jobs.comparison.Evidence.ChangeKind;

/**
 * One figure of a candidate against that of the baseline. Numbers that do not exist are NaN.
 *
 * @param basis which interactions are compared with which
 * @param kind how the change is expressed
 * @param now the value of the candidate
 * @param before the value of the baseline
 * @param n values of the candidate, or pairs
 * @param nBefore values of the baseline, or pairs
 * @param value the change
 * @param low lower end of its interval
 * @param high upper end
 * @param coverage share of the baseline's values that the comparison is about
 */
public record Contrast(
    Basis basis,
    ChangeKind kind,
    double now,
    double before,
    long n,
    long nBefore,
    double value,
    double low,
    double high,
    double coverage) {
  /** Which interactions are compared with which. */
  public enum Basis {
    /** All of one with all of the other. */
    PLAIN,
    /** Within strata, at the mix of the baseline. */
    STANDARDIZED,
    /** Within equal questions that both answered. */
    PAIRED
  }

  /** Whether it has an interval. */
  public boolean hasInterval() {
    return Double.isFinite(value) && Double.isFinite(low) && Double.isFinite(high);
  }
}
