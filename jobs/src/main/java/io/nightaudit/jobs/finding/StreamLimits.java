package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.policy.ScorePolicy;
import io.nightaudit.metrics.series.ScoreOptions;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share of the alarm budget that one stream has, and the limits that keep to it.
 *
 * @param falsePerMonth false alarms of this stream in 30 nights
 * @param ewmaRunLength mean nights between false alarms of the moving average
 * @param ewmaLimit its limit, in its own standard deviations
 * @param spikeLimit the limit of two nights in three; empty where the moving average has the whole
 *     share
 */
public record StreamLimits(
    double falsePerMonth, double ewmaRunLength, double ewmaLimit, OptionalDouble spikeLimit) {
  static final double NIGHTS_OF_A_MONTH = 30;

  /** Mean nights between false alarms of the stream. */
  public double runLength() {
    return NIGHTS_OF_A_MONTH / falsePerMonth;
  }

  /**
   * How the stream is scored.
   *
   * @param rising whether only a rise is a change
   * @param resetFrom nights from which it starts anew
   */
  public ScoreOptions options(ScorePolicy score, boolean rising, List<Integer> resetFrom) {
    return new ScoreOptions(
        score.learningNights(),
        score.weekdayNights(),
        score.ewmaWeight(),
        ewmaLimit,
        spikeLimit.orElse(Double.POSITIVE_INFINITY),
        ScoreOptions.defaults().clip(),
        rising,
        resetFrom);
  }
}
