package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.interval.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Variance of a difference of means of days, after minus before, from the days before.
 *
 * <p>s²(1/a + 1/b) · max(1, (1+ρ)/(1−ρ)) with b days before, a after, their variance s² and lag-1
 * autocorrelation ρ, clipped to ±0.9. A negative ρ, which few days give by chance, does not narrow
 * it. Fewer than three days before: infinite. Source: F. W. Zwiers and H. von Storch, Journal of
 * Climate 8, 1995 (equivalent sample size).
 *
 * @param variance of the difference
 * @param autocorrelation ρ
 * @param degreesOfFreedom days before − 1
 */
record DayLevelError(double variance, double autocorrelation, double degreesOfFreedom) {
  static final int LEAST_DAYS_BEFORE = 3;
  private static final double LARGEST_AUTOCORRELATION = 0.9;

  static DayLevelError of(double[] before, int daysAfter) {
    return of(before, daysAfter, Double.NaN);
  }

  /** The same with a known autocorrelation; NaN to estimate it. */
  static DayLevelError of(double[] before, int daysAfter, double autocorrelation) {
    if (before.length < LEAST_DAYS_BEFORE) {
      return new DayLevelError(Double.POSITIVE_INFINITY, 0, 1);
    }
    double mean = mean(before, 0, before.length);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < before.length; i++) {
      squares += (before[i] - mean) * (before[i] - mean);
      products += i == 0 ? 0 : (before[i] - mean) * (before[i - 1] - mean);
    }
    double rho = Double.isNaN(autocorrelation) ? estimated(products, squares) : autocorrelation;
    double inflation = Math.max(1, (1 + rho) / (1 - rho));
    double freedom = before.length - 1.0;
    double variance = squares / freedom * (1.0 / before.length + 1.0 / daysAfter) * inflation;
    return new DayLevelError(variance, rho, freedom);
  }

  private static double estimated(double products, double squares) {
    double raw = squares == 0 ? 0 : products / squares;
    return Math.max(-LARGEST_AUTOCORRELATION, Math.min(LARGEST_AUTOCORRELATION, raw));
  }

  /** The same error, but never below a variance that is known from sampling. */
  DayLevelError atLeast(double samplingVariance) {
    return new DayLevelError(
        Math.max(variance, samplingVariance), autocorrelation, degreesOfFreedom);
  }

  Interval around(double effect, double confidence) {
    Interval.checkConfidence(confidence);
    double half =
        TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2)
            * Math.sqrt(variance);
    return new Interval(effect - half, effect + half, confidence);
  }

  /** Mean of the values from one index to before another. */
  static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
