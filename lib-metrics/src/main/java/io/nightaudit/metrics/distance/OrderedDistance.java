package io.nightaudit.metrics.distance;

/**
 * Distance between two distributions of numbers, given as counts at ascending values.
 *
 * <p>F and G are the shares of reference and current at or below a value, n and m the counts and f
 * = 1/n + 1/m. Bins of a histogram are passed by one value each (for example their middle; {@link
 * HistogramBounds} says what that costs). Values that repeat are walked together before F and G are
 * compared. All grow with the difference and none has a direction. Range and unit are those of each
 * constant; a noise floor has the unit of its distance and is from 0 up.
 *
 * <ul>
 *   <li>NaN if either side is empty.
 *   <li>0 if the shares are equal, also for a single value.
 *   <li>Values that no side has do not count.
 *   <li>Ties count at their common value; −0.0 and 0.0 are the same value.
 *   <li>NaN, infinite or descending values, also those without counts: refused.
 *   <li>Negative counts, counts and values of different number: refused. A row that sums to more
 *       than 2^63 − 1: an ArithmeticException.
 *   <li>Wasserstein and energy are infinite if values lie further apart than the largest double.
 * </ul>
 *
 * <p>The noise floor is what sampling alone makes of the distance if nothing has changed, in the
 * limit of large samples of continuous values; with ties or few values the mean lies below it.
 * Source of the floors: the Brownian bridge B(F) that √(1/f)·(F−G) tends to, as in N. Smirnov,
 * Annals of Mathematical Statistics 19(2), 1948, doi:10.1214/aoms/1177730256.
 */
public enum OrderedDistance {
  /**
   * Kolmogorov–Smirnov: sup|F−G|, from 0 to 1. Floor √(π/2)·ln 2·√f ≈ 0.8687 √f. Source: SciPy
   * {@code stats.ks_2samp}, two-sided.
   */
  KOLMOGOROV_SMIRNOV {
    @Override
    double measure(double[] differences, double[] values) {
      double largest = 0;
      for (double difference : differences) {
        largest = Math.max(largest, Math.abs(difference));
      }
      return largest;
    }

    @Override
    double floor(TiedCounts counts) {
      return Math.sqrt(Math.PI / 2 * counts.inverseSizes()) * LN_2;
    }
  },

  /**
   * Kuiper's V: max(F−G) + max(G−F), from 0 to 1; as sensitive in the tails as in the middle. Floor
   * √(π/2)·√f ≈ 1.2533 √f. Source: N. H. Kuiper, Indagationes Mathematicae 63, 1960,
   * doi:10.1016/S1385-7258(60)50006-0.
   */
  KUIPER {
    @Override
    double measure(double[] differences, double[] values) {
      double above = 0;
      double below = 0;
      for (double difference : differences) {
        above = Math.max(above, difference);
        below = Math.max(below, -difference);
      }
      return Math.min(1, above + below);
    }

    @Override
    double floor(TiedCounts counts) {
      return Math.sqrt(Math.PI / 2 * counts.inverseSizes());
    }
  },

  /**
   * Wasserstein-1 (earth mover's) distance ∫|F−G| dx, in the unit of the values, from 0 up. Floor
   * √(2f/π) ∫√(H(1−H)) dx with H of both sides together. Source: S. S. Vallender, Theory of
   * Probability and its Applications 18(4), 1974.
   */
  WASSERSTEIN {
    @Override
    double measure(double[] differences, double[] values) {
      double sum = 0;
      for (int i = 0; i < differences.length - 1; i++) {
        sum += area(Math.abs(differences[i]), values[i + 1] - values[i]);
      }
      return sum;
    }

    @Override
    double floor(TiedCounts counts) {
      double[] pooled = pooledVariances(counts);
      double sum = 0;
      for (int i = 0; i < pooled.length - 1; i++) {
        sum += area(Math.sqrt(pooled[i]), counts.values[i + 1] - counts.values[i]);
      }
      return Math.sqrt(2 * counts.inverseSizes() / Math.PI) * sum;
    }
  },

  /**
   * Energy distance √(2 ∫(F−G)² dx), in the root of the unit of the values, from 0 up. Floor √(2f
   * ∫H(1−H) dx), the root of the expected square. Source: G. J. Székely and M. L. Rizzo, J.
   * Statist. Plann. Inference 143(8), 2013; as SciPy {@code stats.energy_distance}.
   */
  ENERGY {
    @Override
    double measure(double[] differences, double[] values) {
      double sum = 0;
      for (int i = 0; i < differences.length - 1; i++) {
        sum += area(2 * differences[i] * differences[i], values[i + 1] - values[i]);
      }
      return Math.sqrt(sum);
    }

    @Override
    double floor(TiedCounts counts) {
      double[] pooled = pooledVariances(counts);
      double sum = 0;
      for (int i = 0; i < pooled.length - 1; i++) {
        sum += area(pooled[i], counts.values[i + 1] - counts.values[i]);
      }
      return Math.sqrt(2 * counts.inverseSizes() * sum);
    }
  };

  private static final double LN_2 = StrictMath.log(2);

  /** Distance between the two samples. */
  public double between(TiedCounts counts) {
    return counts.oneSideEmpty() ? Double.NaN : measure(counts.differences(), counts.values);
  }

  /** Distance between the two rows of counts at the given ascending values. */
  public double between(double[] values, long[] reference, long[] current) {
    return between(TiedCounts.of(values, reference, current));
  }

  /** Value to expect although nothing has changed, from sampling alone; NaN if a side is empty. */
  public double noiseFloor(TiedCounts counts) {
    return counts.oneSideEmpty() ? Double.NaN : floor(counts);
  }

  /**
   * Wasserstein-1 distance in standard deviations of the reference (divisor n), from 0 up.
   *
   * <p>NaN if either side is empty or the reference has a single value, which gives no scale.
   * Source: as {@code wasserstein_distance(ref, cur) / numpy.std(ref)}.
   */
  public static double wassersteinNormed(double[] values, long[] reference, long[] current) {
    return wassersteinNormed(TiedCounts.of(values, reference, current));
  }

  /** As {@link #wassersteinNormed(double[], long[], long[])}. */
  public static double wassersteinNormed(TiedCounts counts) {
    double deviation = deviation(counts.values, counts.reference, counts.referenceTotal);
    return deviation > 0 ? WASSERSTEIN.between(counts) / deviation : Double.NaN;
  }

  /** Standard deviation with divisor n; NaN if there is no count. */
  static double deviation(double[] values, long[] counts, double total) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += values[i] * (counts[i] / total);
    }
    int exponent = Math.getExponent(farthest(values, counts, mean));
    double variance = 0;
    for (int i = 0; i < values.length; i++) {
      double part = counts[i] == 0 ? 0 : Math.scalb(values[i] - mean, -exponent);
      variance += part * part * (counts[i] / total);
    }
    return Math.scalb(Math.sqrt(variance), exponent);
  }

  /** Largest distance from the mean; in units of it no square overflows or vanishes. */
  private static double farthest(double[] values, long[] counts, double mean) {
    double farthest = 0;
    for (int i = 0; i < values.length; i++) {
      farthest = counts[i] == 0 ? farthest : Math.max(farthest, Math.abs(values[i] - mean));
    }
    return farthest;
  }

  abstract double measure(double[] differences, double[] values);

  abstract double floor(TiedCounts counts);

  /** An infinite width at no height has no area. */
  private static double area(double height, double width) {
    return height > 0 ? height * width : 0;
  }

  /** H(1−H) at each value, H being the share of both sides together at or below it. */
  private static double[] pooledVariances(TiedCounts counts) {
    double[] variances = new double[counts.size()];
    double total = (double) counts.referenceTotal + counts.currentTotal;
    double below = 0;
    for (int i = 0; i < variances.length; i++) {
      below += (double) counts.reference[i] + counts.current[i];
      double share = Math.min(1, below / total);
      variances[i] = share * (1 - share);
    }
    return variances;
  }
}
