package io.nightaudit.metrics.distance;

/**
 * Distance between two distributions of numbers, given as counts at ascending values.
 *
 * <p>F and G are the shares at or below a value. Bins of a histogram are passed by one value each
 * (for example their middle). Values that repeat are walked together before F and G are compared.
 *
 * <ul>
 *   <li>NaN if either side is empty.
 *   <li>0 if the shares are equal, also for a single value.
 * </ul>
 */
public enum OrderedDistance {
  /** Kolmogorov–Smirnov: sup|F−G|, from 0 to 1. Source: SciPy {@code stats.ks_2samp}, two-sided. */
  KOLMOGOROV_SMIRNOV {
    @Override
    double next(double soFar, double difference, double width) {
      return Math.max(soFar, Math.abs(difference));
    }
  },

  /**
   * Wasserstein-1 (earth mover's) distance ∫|F−G| dx, in the unit of the values, from 0 up. Source:
   * S. S. Vallender, Theory of Probability and its Applications 18(4), 1974.
   */
  WASSERSTEIN {
    @Override
    double next(double soFar, double difference, double width) {
      return soFar + Math.abs(difference) * width;
    }
  },

  /**
   * Energy distance √(2 ∫(F−G)² dx), in the root of the unit of the values, from 0 up. Source: G.
   * J. Székely and M. L. Rizzo, J. Statist. Plann. Inference 143(8), 2013; as in SciPy.
   */
  ENERGY {
    @Override
    double next(double soFar, double difference, double width) {
      return soFar + 2 * difference * difference * width;
    }

    @Override
    double finish(double sum) {
      return Math.sqrt(sum);
    }
  };

  /** Distance between the two rows of counts at the given ascending values. */
  public double between(double[] values, long[] reference, long[] current) {
    check(values, reference, current);
    double referenceTotal = Counts.total(reference);
    double currentTotal = Counts.total(current);
    if (referenceTotal == 0 || currentTotal == 0) {
      return Double.NaN;
    }
    long below = 0;
    long belowCurrent = 0;
    double result = 0;
    for (int i = 0; i < values.length - 1; i++) {
      below += reference[i];
      belowCurrent += current[i];
      double width = values[i + 1] - values[i];
      if (width > 0) {
        result = next(result, below / referenceTotal - belowCurrent / currentTotal, width);
      }
    }
    return finish(result);
  }

  /**
   * Wasserstein-1 distance in standard deviations of the reference (divisor n), from 0 up.
   *
   * <p>NaN if either side is empty or the reference has a single value, which gives no scale.
   * Source: as {@code wasserstein_distance(ref, cur) / numpy.std(ref)}.
   */
  public static double wassersteinNormed(double[] values, long[] reference, long[] current) {
    double distance = WASSERSTEIN.between(values, reference, current);
    double deviation = deviation(values, reference);
    return deviation > 0 ? distance / deviation : Double.NaN;
  }

  abstract double next(double soFar, double difference, double width);

  double finish(double sum) {
    return sum;
  }

  private static double deviation(double[] values, long[] counts) {
    double total = Counts.total(counts);
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += values[i] * (counts[i] / total);
    }
    double variance = 0;
    for (int i = 0; i < values.length; i++) {
      variance += (values[i] - mean) * (values[i] - mean) * (counts[i] / total);
    }
    return Math.sqrt(variance);
  }

  private static void check(double[] values, long[] reference, long[] current) {
    Counts.check(reference, current);
    if (values.length != reference.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + reference.length + " counts: give one value per count");
    }
    for (int i = 0; i < values.length; i++) {
      // Written so that NaN fails too.
      if (!Double.isFinite(values[i]) || (i > 0 && values[i] < values[i - 1])) {
        throw new IllegalArgumentException(
            "value " + values[i] + " at " + i + " is not finite or not ascending: sort the values");
      }
    }
  }
}
