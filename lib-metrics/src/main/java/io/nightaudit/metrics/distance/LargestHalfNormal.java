package io.nightaudit.metrics.distance;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mean of the largest of independent half-normal variables.
 *
 * <p>E = ∫₀^∞ (1 − Π (2Φ(x/σᵢ) − 1)) dx by Simpson's rule over ten of the largest σ. 0 if all σ are
 * 0 or there are none. Source: H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed., 2003.
 */
final class LargestHalfNormal {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int STEPS = 200;

  private LargestHalfNormal() {}

  static double mean(double[] deviations) {
    double largest = 0;
    for (double deviation : deviations) {
      largest = Math.max(largest, deviation);
    }
    double width = 10 * largest / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS && largest > 0; i++) {
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * exceedance(deviations, i * width);
    }
    return sum * width / 3;
  }

  private static double exceedance(double[] deviations, double x) {
    double below = 1;
    for (double deviation : deviations) {
      if (deviation > 0) {
        below *= 1 - 2 * NORMAL.survivalProbability(x / deviation);
      }
    }
    return 1 - below;
  }
}
