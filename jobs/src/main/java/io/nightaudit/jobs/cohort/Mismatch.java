package io.nightaudit.jobs.cohort;

import io.nightaudit.metrics.interval.Interval;

/**
 * On how many questions that both answered a measure differs.
 *
 * @param changed questions whose mean value differs
 * @param pairs questions that both answered
 * @param interval Wilson's interval of the share
 */
public record Mismatch(long changed, long pairs, Interval interval) {
  /** The share of questions that differ. */
  public double share() {
    return (double) changed / pairs;
  }
}
