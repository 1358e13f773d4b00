package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * The limits of the daily score.
 *
 * @param learningNights nights before the first judgement
 * @param weekdayNights nights from which the score knows weekdays
 * @param ewmaWeight the weight of tonight in the moving average
 * @param ewmaLimit the alarm limit of the moving average, in its own standard deviations
 * @param spikeLimit the limit of the two-of-three rule
 * @param unusual the score of a single night from which it is unusual
 */
public record ScorePolicy(
    int learningNights,
    int weekdayNights,
    double ewmaWeight,
    double ewmaLimit,
    double spikeLimit,
    double unusual)
    implements Serializable {
  /** The alarm limit on the scale of the moving average. */
  public double ewmaBound() {
    return ewmaLimit * Math.sqrt(ewmaWeight / (2 - ewmaWeight));
  }
}
