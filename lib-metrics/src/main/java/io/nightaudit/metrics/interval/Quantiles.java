package io.nightaudit.metrics.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided critical values. */
final class Quantiles {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Quantiles() {}

  static double normal(double confidence) {
    Interval.checkConfidence(confidence);
    return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
  }

  static double student(double degreesOfFreedom, double confidence) {
    Interval.checkConfidence(confidence);
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
  }
}
