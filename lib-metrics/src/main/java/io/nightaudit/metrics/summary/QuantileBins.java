package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * Bins of about equal frequency, frozen from a baseline, so that nights are comparable.
 *
 * <p>Cut k of B−1 is the bucket of {@link LogHistogram} that holds the value at rank ⌈n k/B⌉ of the
 * baseline; a bin ends with the bucket of its cut. The first and the last bin are open.
 *
 * <p>Upper bounds are in the unit of the values; counts are numbers of values, from low to high.
 *
 * <ul>
 *   <li>Empty baseline: one bin. Fewer values than bins, or cuts that coincide: fewer bins.
 *   <li>A bucket that alone reaches two or more cuts (ties) shares its bin with no other baseline
 *       bucket, so a constant baseline, or a single value, still has a bin below and a bin above.
 *   <li>An empty histogram: counts of 0. Values beyond the baseline fall into the open bins; NaN
 *       cannot enter, as a histogram holds it as missing.
 *   <li>Another scale than that of the baseline, fewer than 2 or more than 1,000 bins: refused.
 * </ul>
 *
 * <p>Source: the inverse of the empirical distribution function, definition 1 of R. J. Hyndman and
 * Y. Fan, The American Statistician 50(4), 1996, doi 10.1080/00031305.1996.10473566.
 */
public final class QuantileBins {
  private final int scale;

  /** The last bucket of each bin but the last one, ascending. */
  private final int[] lastBuckets;

  private QuantileBins(int scale, int[] lastBuckets) {
    this.scale = scale;
    this.lastBuckets = lastBuckets;
  }

  /**
   * Bins of about n / bins baseline values each; fewer where cuts coincide, one if it is empty.
   *
   * @param bins from 2 to 1,000
   */
  public static QuantileBins of(LogHistogram baseline, int bins) {
    if (bins < 2 || bins > 1000) {
      throw new IllegalArgumentException("bins must be 2 to 1000, but is " + bins);
    }
    return new QuantileBins(baseline.scale(), cuts(baseline, bins));
  }

  private static int[] cuts(LogHistogram baseline, int bins) {
    SparseCounts counts = baseline.sparseCounts();
    int[] cuts = new int[bins];
    int size = 0;
    int next = 1;
    long below = 0;
    for (int i = 0; i < counts.size(); i++) {
      below += counts.count(i);
      int first = next;
      while (next < bins && target(baseline.count(), next, bins) <= below) {
        next++;
      }
      if (next - first >= 2) {
        // A cut after the previous bucket moves up to this one: the baseline has nothing between.
        boolean move = size > 0 && i > 0 && cuts[size - 1] == counts.key(i - 1);
        size = move ? size - 1 : size;
        cuts[size++] = counts.key(i) - 1;
      }
      if (next > first) {
        cuts[size++] = counts.key(i);
      }
    }
    return Arrays.copyOf(cuts, size);
  }

  /** ⌈n k / bins⌉ without overflow. */
  private static long target(long n, int k, int bins) {
    return n / bins * k + (n % bins * k + bins - 1) / bins;
  }

  /** Number of bins. */
  public int size() {
    return lastBuckets.length + 1;
  }

  /** The largest value of each bin but the last, which is open; ascending. */
  public double[] upperBounds() {
    double unit = Units.perOne(scale);
    return Arrays.stream(lastBuckets)
        .mapToDouble(bucket -> LogBuckets.last(bucket) / unit)
        .toArray();
  }

  /**
   * Counts of a histogram in these bins, from low to high.
   *
   * @throws IllegalArgumentException if its scale is not that of the baseline
   */
  public long[] count(LogHistogram histogram) {
    Require.sameDefinition(LogHistogram.empty(scale), histogram);
    SparseCounts counts = histogram.sparseCounts();
    long[] result = new long[size()];
    int bin = 0;
    for (int i = 0; i < counts.size(); i++) {
      while (bin < lastBuckets.length && counts.key(i) > lastBuckets[bin]) {
        bin++;
      }
      result[bin] += counts.count(i);
    }
    return result;
  }
}
