package io.nightaudit.metrics.distance;

import java.util.Arrays;

/**
 * Features whose inner products approximate a Gaussian kernel, so that a set of vectors is kept as
 * one sum.
 *
 * <p>φ(x) = D^(−½) [cos(ω₁·x), …, cos(ω_D·x), sin(ω₁·x), …, sin(ω_D·x)] with ω drawn once from N(0,
 * σ⁻² I); then φ(x)·φ(y) estimates exp(−‖x−y‖²/(2σ²)) with an error of the order of D^(−½), and
 * ‖φ(x)‖ = 1 exactly. Features are numbers without unit from −D^(−½) to D^(−½).
 *
 * <ul>
 *   <li>Equal dimension, frequencies, bandwidth and seed give equal bits on every machine.
 *   <li>A vector with NaN or an infinite entry is refused: count it as missing.
 *   <li>The zero vector has the cosines D^(−½) and the sines 0.
 * </ul>
 *
 * <p>Source: A. Rahimi and B. Recht, Random features for large-scale kernel machines, NIPS 2007.
 * The draws are SplitMix64 of a counter (G. L. Steele et al., OOPSLA 2014,
 * doi:10.1145/2660193.2660195) through G. E. P. Box and M. E. Muller, Ann. Math. Statist. 29(2),
 * 1958.
 */
public final class RandomFourierFeatures {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private static final double UNITS_PER_ONE = 0x1p32;

  private final double[][] frequencies;

  private RandomFourierFeatures(double[][] frequencies) {
    this.frequencies = frequencies;
  }

  /**
   * Draws the frequencies.
   *
   * @param dimension length of the vectors, at least 1
   * @param frequencies D, at least 1; there are twice as many features
   * @param bandwidth σ, above 0, in the unit of the vectors; {@link #medianDistance} of the
   *     baseline is the usual choice, kept for all later comparisons
   * @param seed of the draws
   */
  public static RandomFourierFeatures of(
      int dimension, int frequencies, double bandwidth, long seed) {
    if (dimension < 1 || frequencies < 1) {
      throw new IllegalArgumentException(
          "dimension %s and frequencies %s must be at least 1".formatted(dimension, frequencies));
    }
    // Written so that NaN fails too.
    if (!(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "bandwidth %s is not a finite number above 0: take the median distance of a baseline"
              .formatted(bandwidth));
    }
    double[][] drawn = new double[frequencies][dimension];
    for (int i = 0; i < frequencies; i++) {
      for (int j = 0; j < dimension; j++) {
        drawn[i][j] = gaussian(seed, (long) i * dimension + j) / bandwidth;
      }
    }
    return new RandomFourierFeatures(drawn);
  }

  /** Number of features, 2D. */
  public int size() {
    return 2 * frequencies.length;
  }

  /** φ(x): D cosines, then D sines. */
  public double[] of(double[] vector) {
    check(vector);
    double scale = 1 / Math.sqrt(frequencies.length);
    double[] features = new double[size()];
    for (int i = 0; i < frequencies.length; i++) {
      double angle = 0;
      for (int j = 0; j < vector.length; j++) {
        angle += frequencies[i][j] * vector[j];
      }
      features[i] = scale * StrictMath.cos(angle);
      features[frequencies.length + i] = scale * StrictMath.sin(angle);
    }
    return features;
  }

  /** φ(x) in whole units of 2^-32, whose sums do not depend on their order. */
  public long[] units(double[] vector) {
    double[] features = of(vector);
    long[] units = new long[features.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = (long) Math.rint(features[i] * UNITS_PER_ONE);
    }
    return units;
  }

  /** The features that sums of {@link #units} stand for. */
  public static double[] ofUnits(long[] sums) {
    double[] features = new double[sums.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = sums[i] / UNITS_PER_ONE;
    }
    return features;
  }

  /**
   * Sum of φ over vectors in any order, which with their number is all that the discrepancy needs;
   * off by at most 2^-33 per vector.
   */
  public double[] sum(double[][] vectors) {
    long[] sums = new long[size()];
    for (double[] vector : vectors) {
      long[] units = units(vector);
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.addExact(sums[i], units[i]);
      }
    }
    return ofUnits(sums);
  }

  /**
   * Median of the Euclidean distances of all pairs, the mean of the middle two if their number is
   * even. NaN for fewer than two vectors; quadratic in their number, so take some thousand at most.
   */
  public static double medianDistance(double[][] vectors) {
    double[] distances = new double[vectors.length * (vectors.length - 1) / 2];
    int size = 0;
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < i; j++) {
        distances[size++] = distance(vectors[i], vectors[j]);
      }
    }
    Arrays.sort(distances);
    return size == 0 ? Double.NaN : (distances[(size - 1) / 2] + distances[size / 2]) / 2;
  }

  private static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }

  private void check(double[] vector) {
    if (vector.length != frequencies[0].length) {
      throw new IllegalArgumentException(
          "vector has %s dimensions and the features %s: embed all alike"
              .formatted(vector.length, frequencies[0].length));
    }
    for (int i = 0; i < vector.length; i++) {
      if (!Double.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            "vector entry %s at %s is not finite: count it as missing".formatted(vector[i], i));
      }
    }
  }

  /** A standard normal number for each counter, from two uniform ones above 0 and up to 1. */
  private static double gaussian(long seed, long counter) {
    double radius = Math.sqrt(-2 * StrictMath.log(uniform(seed, 2 * counter)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(seed, 2 * counter + 1));
  }

  private static double uniform(long seed, long counter) {
    return ((mix(mix(seed) + GOLDEN_GAMMA * (counter + 1)) >>> 11) + 1) * 0x1p-53;
  }

  private static long mix(long z) {
    long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
    return b ^ b >>> 31;
  }
}
