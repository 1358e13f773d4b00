package io.nightaudit.metrics.interval;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Critical values. */
final class Quantiles {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Quantiles() {}

  /** Two-sided critical value of the normal distribution. */
  static double normal(double confidence) {
    Interval.checkConfidence(confidence);
    return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** Two-sided critical value of Student's t. */
  static double student(double degreesOfFreedom, double confidence) {
    Interval.checkConfidence(confidence);
    double tail = (1 - confidence) / 2;
    TDistribution t = TDistribution.of(degreesOfFreedom);
    double value = t.inverseSurvivalProbability(tail);
    // The library solves to nine digits; one step of Newton's gives the others.
    return value + (t.survivalProbability(value) - tail) / t.density(value);
  }

  /** Value of a beta distribution with {@code tail} below it, also where that is near 0. */
  static double low(BetaDistribution beta, double tail) {
    return Bisection.edge(0, 1, p -> beta.cumulativeProbability(p) <= tail);
  }

  /** Value of a beta distribution with {@code tail} above it. */
  static double high(BetaDistribution beta, double tail) {
    return Bisection.edge(1, 0, p -> beta.survivalProbability(p) <= tail);
  }
}
