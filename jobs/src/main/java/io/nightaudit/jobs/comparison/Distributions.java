package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Coarse bins for charts: each step doubles; or the largest categories. */
final class Distributions {
  private static final int LARGEST_CATEGORIES = 8;

  private Distributions() {}

  /** Shares over doubling bins in the unit of the values, from the lowest used to the highest. */
  static List<Evidence.Bin> coarse(LogHistogram before, LogHistogram tonight) {
    double[] values = LogHistogram.alignedValues(before, tonight);
    long[][] counts = LogHistogram.align(before, tonight);
    SortedMap<Integer, long[]> bins = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      long[] bin = bins.computeIfAbsent(doublings(values[i]), key -> new long[2]);
      bin[0] += counts[0][i];
      bin[1] += counts[1][i];
    }
    List<Evidence.Bin> shares = new ArrayList<>();
    bins.forEach((key, bin) -> shares.add(bin(label(key), bin, before.count(), tonight.count())));
    return shares;
  }

  /** Shares of the largest categories of tonight and before. */
  static List<Evidence.Bin> of(CategoryCounts before, CategoryCounts tonight) {
    List<Evidence.Bin> shares = new ArrayList<>();
    before
        .plus(tonight)
        .largest(LARGEST_CATEGORIES)
        .forEach(
            entry ->
                shares.add(
                    bin(
                        entry.getKey(),
                        new long[] {before.of(entry.getKey()), tonight.of(entry.getKey())},
                        before.count(),
                        tonight.count())));
    return shares;
  }

  private static Evidence.Bin bin(String label, long[] counts, long before, long tonight) {
    return new Evidence.Bin(label, share(counts[0], before), share(counts[1], tonight));
  }

  private static double share(long count, long of) {
    return of == 0 ? 0 : (double) count / of;
  }

  /** Integer.MIN_VALUE for values of 0 or less, which have a bin of their own. */
  private static int doublings(double value) {
    return value > 0 ? Math.getExponent(value) : Integer.MIN_VALUE;
  }

  private static String label(int doublings) {
    return doublings == Integer.MIN_VALUE
        ? "0"
        : plain(Math.scalb(1.0, doublings)) + "–" + plain(Math.scalb(1.0, doublings + 1));
  }

  private static String plain(double value) {
    java.math.MathContext digits = new java.math.MathContext(3);
    return new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString();
  }
}
