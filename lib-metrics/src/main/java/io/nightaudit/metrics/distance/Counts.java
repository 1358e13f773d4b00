package io.nightaudit.metrics.distance;

/** Checks that are shared by all statistics of rows of counts. */
final class Counts {
  private Counts() {}

  /** Fails unless both rows have the same bins and no negative count. */
  static void check(long[] reference, long[] current) {
    if (reference.length != current.length) {
      throw new IllegalArgumentException(
          "reference has "
              + reference.length
              + " bins and current "
              + current.length
              + ": count both in the same bins");
    }
    checkNotNegative("reference", reference);
    checkNotNegative("current", current);
  }

  static void checkNotNegative(String name, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        throw new IllegalArgumentException(
            name + " count " + counts[i] + " in bin " + i + " is below 0: counts start at 0");
      }
    }
  }

  /**
   * Sum of counts that are not negative.
   *
   * @throws ArithmeticException if it exceeds 2^63 − 1
   */
  static long total(long[] counts) {
    long total = 0;
    for (long count : counts) {
      if (count > Long.MAX_VALUE - total) {
        throw new ArithmeticException(
            "counts "
                + total
                + " and "
                + count
                + " add up to more than 2^63 - 1: compare a shorter window");
      }
      total += count;
    }
    return total;
  }
}
