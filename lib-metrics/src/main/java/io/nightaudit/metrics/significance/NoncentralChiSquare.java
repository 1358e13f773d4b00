package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Noncentral chi-square distribution with k degrees of freedom and noncentrality λ.
 *
 * <p>P(X ≥ x) = Σⱼ Poisson(j; λ/2) P(χ²ₖ₊₂ⱼ ≥ x). The sum starts at the mode of the Poisson weights
 * and goes both ways by recurrences; the weights are relative to the first and divided by their
 * total, so nothing underflows for any λ. Relative accuracy 1e-10 where the result is above 1e-12.
 *
 * <p>Source: C. G. Ding, Applied Statistics 41, 1992, doi 10.2307/2347584, for the recurrences;
 * SciPy {@code stats.ncx2.sf}.
 *
 * @param degreesOfFreedom k above 0
 * @param noncentrality λ from 0 to 10¹⁰, above which the sum takes too long
 */
record NoncentralChiSquare(double degreesOfFreedom, double noncentrality) {
  static final double LARGEST = 1e10;
  private static final double NEGLIGIBLE = 1e-18;

  NoncentralChiSquare {
    if (!(degreesOfFreedom > 0 && noncentrality >= 0 && noncentrality <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s degrees of freedom, noncentrality %s (effect times sample size): above 0 and from 0 to %s; compare larger samples without a test"
              .formatted(degreesOfFreedom, noncentrality, LARGEST));
    }
  }

  /** Probability of a value at least as large. */
  double survival(double x) {
    if (!(x > 0)) {
      return 1;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (noncentrality == 0) {
      return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
    }
    return new Mixture(x / 2).survival();
  }

  /** The value that is exceeded with the given probability. */
  double upperQuantile(double probability) {
    double mean = degreesOfFreedom + noncentrality;
    double deviation = Math.sqrt(2 * (degreesOfFreedom + 2 * noncentrality));
    double high = mean + deviation;
    while (survival(high) > probability) {
      high += high - mean;
    }
    return Bisection.solve(x -> -survival(x), -probability, 0, high);
  }

  /** The sum of one survival probability; gamma functions of the half of everything. */
  private final class Mixture {
    private final double half;
    private final double mean = noncentrality / 2;
    private final double first = Math.floor(mean);
    private double weights;
    private double sum;

    Mixture(double half) {
      this.half = half;
    }

    double survival() {
      double shape = degreesOfFreedom / 2 + first;
      double tail = ChiSquaredDistribution.of(2 * shape).survivalProbability(2 * half);
      // half^shape e^−half / Γ(shape+1): what the tail gains from one j to the next.
      double gain = 2 * ChiSquaredDistribution.of(2 * shape + 2).density(2 * half);
      up(shape, tail, gain);
      down(shape, tail, gain);
      return Math.min(1, sum / weights);
    }

    private void up(double startShape, double startTail, double startGain) {
      double shape = startShape;
      double tail = startTail;
      double gain = startGain;
      double weight = 1;
      double j = first;
      // In the far tail the terms grow although the weights are small already.
      while (weight > NEGLIGIBLE * weights || weight * tail > NEGLIGIBLE * sum) {
        weights += weight;
        sum += weight * tail;
        j++;
        weight *= mean / j;
        tail = Math.min(1, tail + gain);
        shape++;
        gain *= half / shape;
      }
    }

    private void down(double startShape, double startTail, double startGain) {
      double shape = startShape;
      double tail = startTail;
      double gain = startGain;
      double weight = 1;
      for (double j = first; j >= 1 && weight > NEGLIGIBLE * weights; j--) {
        weight *= j / mean;
        gain *= shape / half;
        shape--;
        tail = Math.max(0, tail - gain);
        weights += weight;
        sum += weight * tail;
      }
    }
  }
}
