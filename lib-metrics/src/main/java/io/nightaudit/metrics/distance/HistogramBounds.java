package io.nightaudit.metrics.distance;

import io.nightaudit.metrics.summary.LogHistogram;
import java.util.stream.IntStream;

/**
 * What bins hide: limits that hold whatever the values inside the bins are.
 *
 * <p>With F and G the shares at or below the upper edge of bin i, the Kolmogorov–Smirnov distance
 * of the values is at most maxᵢ max(F(eᵢ) − G(eᵢ₋₁), G(eᵢ) − F(eᵢ₋₁)). Moving each value to the one
 * that stands for its bin changes the Wasserstein-1 distance by at most Σ (pᵢ+qᵢ) · dᵢ, where dᵢ is
 * the larger distance from that value to an edge: half the width, wᵢ/2, if it is the middle.
 *
 * <ul>
 *   <li>Both NaN if either side is empty.
 *   <li>A bin of width 0 hides nothing: it adds F − G at its edge and no error.
 * </ul>
 *
 * <p>Source: both follow from F being monotone and from the triangle inequality of the Wasserstein
 * distance; S. S. Vallender, Theory of Probability and its Applications 18(4), 1974.
 *
 * @param largestKolmogorovSmirnov upper limit of sup|F−G| of the values, 0 to 1
 * @param wassersteinError how far the Wasserstein-1 distance of the values may be from that of the
 *     bins, either way, in the unit of the values
 */
public record HistogramBounds(double largestKolmogorovSmirnov, double wassersteinError) {

  /**
   * Limits for bins in ascending order.
   *
   * @param lower the smallest value that each bin can hold
   * @param values the value that stands for the bin
   * @param upper the largest value that each bin can hold
   */
  public static HistogramBounds of(
      double[] lower, double[] values, double[] upper, long[] reference, long[] current) {
    Counts.check(reference, current);
    check(lower, values, upper, reference.length);
    double n = Counts.total(reference);
    double m = Counts.total(current);
    if (n == 0 || m == 0) {
      return new HistogramBounds(Double.NaN, Double.NaN);
    }
    double largest = 0;
    double error = 0;
    long below = 0;
    long belowCurrent = 0;
    for (int i = 0; i < values.length; i++) {
      double first = below / n;
      double firstCurrent = belowCurrent / m;
      below += reference[i];
      belowCurrent += current[i];
      double gap =
          lower[i] == upper[i]
              ? Math.abs(below / n - belowCurrent / m)
              : Math.max(below / n - firstCurrent, belowCurrent / m - first);
      largest = Math.max(largest, gap);
      double distance = Math.max(values[i] - lower[i], upper[i] - values[i]);
      error += (reference[i] / n + current[i] / m) * distance;
    }
    return new HistogramBounds(largest, error);
  }

  /** Limits for two log histograms of the same scale, in the values they keep. */
  public static HistogramBounds of(LogHistogram reference, LogHistogram current) {
    double[] values = LogHistogram.alignedValues(reference, current);
    long[][] counts = LogHistogram.align(reference, current);
    double unit = StrictMath.pow(10, reference.scale());
    double[] lower = new double[values.length];
    double[] upper = new double[values.length];
    int[] buckets =
        IntStream.concat(IntStream.of(reference.buckets()), IntStream.of(current.buckets()))
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i < buckets.length; i++) {
      // The extremes move the value that stands for an outer bucket, so they bound it too.
      lower[i] = Math.min(values[i], Math.max(first(buckets[i]) / unit, least(reference, current)));
      upper[i] =
          Math.max(values[i], Math.min(-first(-buckets[i]) / unit, greatest(reference, current)));
    }
    return of(lower, values, upper, counts[0], counts[1]);
  }

  /** The smallest units of a bucket, by halving; the largest of b are those of −b with a minus. */
  private static double first(int bucket) {
    long low = -Long.MAX_VALUE;
    long high = Long.MAX_VALUE;
    while (low < high) {
      long middle = (low & high) + ((low ^ high) >> 1);
      if (LogHistogram.bucketOf(middle) >= bucket) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double least(LogHistogram a, LogHistogram b) {
    return a.count() == 0 ? b.min() : b.count() == 0 ? a.min() : Math.min(a.min(), b.min());
  }

  private static double greatest(LogHistogram a, LogHistogram b) {
    return a.count() == 0 ? b.max() : b.count() == 0 ? a.max() : Math.max(a.max(), b.max());
  }

  private static void check(double[] lower, double[] values, double[] upper, int bins) {
    if (lower.length != bins || values.length != bins || upper.length != bins) {
      throw new IllegalArgumentException(
          "there are %s lower edges, %s values and %s upper edges for %s counts: give one each"
              .formatted(lower.length, values.length, upper.length, bins));
    }
    for (int i = 0; i < bins; i++) {
      double before = i == 0 ? Double.NEGATIVE_INFINITY : upper[i - 1];
      // Written so that NaN fails too.
      if (!(before <= lower[i] && lower[i] <= values[i] && values[i] <= upper[i])
          || Double.isInfinite(lower[i])
          || Double.isInfinite(upper[i])) {
        throw new IllegalArgumentException(
            "bin %s from %s over %s to %s is not finite or not ascending: sort the bins"
                .formatted(i, lower[i], values[i], upper[i]));
      }
    }
  }
}
