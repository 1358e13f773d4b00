package io.nightaudit.metrics.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Finds the bucket of a rank and what stands for its values. */
final class LogQuantile {
  private LogQuantile() {}

  /** The bucket that holds the value at rank ⌈q total⌉, at least rank 1; 0 if empty. */
  static int bucket(SparseCounts counts, long total, double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("q must be 0 to 1, but is " + q);
    }
    // Decimal, because 0.07 · 100 in doubles is above 7.
    long rank =
        BigDecimal.valueOf(q)
            .multiply(BigDecimal.valueOf(total))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    int position = 0;
    long below = 0;
    while (position < counts.size() && below + counts.count(position) < rank) {
      below += counts.count(position++);
    }
    return counts.size() == 0 ? 0 : counts.key(position);
  }

  /** The geometric middle of a bucket in units, moved to within the extremes. */
  static double middle(int bucket, UnitMoments extremes) {
    double middle = LogBuckets.middle(bucket);
    return Math.min(Math.max(middle, extremes.minimum()), extremes.maximum());
  }

  /** The ends of a bucket, moved to within the extremes. */
  static double[] bounds(int bucket, UnitMoments extremes, double unitsPerOne) {
    long lower = Math.max(LogBuckets.first(bucket), extremes.minimum());
    long upper = Math.min(LogBuckets.last(bucket), extremes.maximum());
    return new double[] {lower / unitsPerOne, upper / unitsPerOne};
  }
}
