package io.nightaudit.metrics.distance;

import java.util.Arrays;

/**
 * Bins of equal width over the range of a sample, with the edges that NumPy would choose.
 *
 * <p>A bin holds its lower edge and not its upper one, the last bin holds both; values outside are
 * in no bin. A sample of one value gets one bin from half below to half above it. Source: {@code
 * numpy.histogram_bin_edges} and {@code numpy.histogram} of NumPy 2.
 */
final class EqualWidthBins {
  private static final double LN_2 = StrictMath.log(2);
  private static final int MOST_BINS = 1_000_000;

  private final double[] edges;

  private EqualWidthBins(double[] edges) {
    this.edges = edges;
  }

  /** The given number of bins. */
  static EqualWidthBins of(double[] sample, int bins) {
    double least = least(sample);
    double greatest = greatest(sample);
    double first = least == greatest ? least - 0.5 : least;
    double last = least == greatest ? greatest + 0.5 : greatest;
    double step = (last - first) / bins;
    double[] edges = new double[bins + 1];
    for (int i = 0; i < bins; i++) {
      // Adding 0 turns -0.0 into 0.0, which a search would tell apart.
      edges[i] = i * step + first + 0.0;
    }
    edges[bins] = last + 0.0;
    checkAscending(edges);
    return new EqualWidthBins(edges);
  }

  /**
   * Sturges' rule: a width of range/(log₂ n + 1), at least the given one. Source: H. A. Sturges, J.
   * American Statistical Association 21(153), 1926.
   */
  static EqualWidthBins sturges(double[] sample, double leastWidth) {
    return ofWidth(sample, range(sample) / (log2(sample.length) + 1), leastWidth);
  }

  /** Doane's rule: as Sturges, with more bins for a skewed sample; {@link #doaneCount}. */
  static EqualWidthBins doane(double[] sample, double leastWidth) {
    return ofWidth(sample, range(sample) / doaneCount(sample), leastWidth);
  }

  /**
   * 1 + log₂ n + log₂(1 + |g₁|/σ) with the skewness g₁ and its standard deviation σ = √(6(n−2)/
   * ((n+1)(n+3))); infinite if there is no skewness to speak of. Source: D. P. Doane, American
   * Statistician 30(4), 1976.
   */
  static double doaneCount(double[] sample) {
    double n = sample.length;
    double[] sorted = sample.clone();
    // The order of a sum must not depend on that of the input.
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).sum() / n;
    double deviation = Math.sqrt(moment(sorted, mean, 1, 2) / n);
    if (n <= 2 || !(deviation > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double skewness = moment(sorted, mean, deviation, 3) / n;
    double spread = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
    return 1 + log2(n) + log2(1 + Math.abs(skewness) / spread);
  }

  /** The edges, ascending. */
  double[] edges() {
    return edges.clone();
  }

  int size() {
    return edges.length - 1;
  }

  /** Counts of a sample in the bins. */
  long[] count(double[] sample) {
    long[] counts = new long[size()];
    for (double value : sample) {
      int bin = bin(value);
      if (bin >= 0 && bin < counts.length) {
        counts[bin]++;
      }
    }
    return counts;
  }

  private int bin(double value) {
    if (value == edges[edges.length - 1]) {
      return size() - 1;
    }
    int place = Arrays.binarySearch(edges, value + 0.0);
    return place >= 0 ? place : -place - 2;
  }

  private static EqualWidthBins ofWidth(double[] sample, double width, double leastWidth) {
    double wide = Math.max(width, leastWidth);
    double bins = width > 0 ? Math.ceil(range(sample) / wide) : 1;
    if (!(bins <= MOST_BINS)) {
      throw new IllegalArgumentException(
          "the range of the values, %s, is not finite: leave out values of such a size"
              .formatted(range(sample)));
    }
    return of(sample, (int) bins);
  }

  private static void checkAscending(double[] edges) {
    for (int i = 1; i < edges.length; i++) {
      if (!(edges[i] > edges[i - 1])) {
        throw new IllegalArgumentException(
            "%s bins from %s to %s are narrower than doubles are apart: take values nearer to 0"
                .formatted(edges.length - 1, edges[0], edges[edges.length - 1]));
      }
    }
  }

  private static double moment(double[] sorted, double mean, double deviation, int power) {
    double sum = 0;
    for (double value : sorted) {
      double scaled = (value - mean) / deviation;
      sum += power == 2 ? scaled * scaled : scaled * scaled * scaled;
    }
    return sum;
  }

  private static double log2(double x) {
    // Division by ln 2 makes powers of two inexact, and the number of bins hangs on them.
    int exponent = Math.getExponent(x);
    return exponent + StrictMath.log(x / Math.scalb(1.0, exponent)) / LN_2;
  }

  static double least(double[] sample) {
    return Arrays.stream(sample).min().orElse(0);
  }

  static double greatest(double[] sample) {
    return Arrays.stream(sample).max().orElse(1);
  }

  private static double range(double[] sample) {
    return greatest(sample) - least(sample);
  }
}
