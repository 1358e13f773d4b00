package io.nightaudit.metrics.distance;

import java.util.Arrays;

/** Checks that are shared by all statistics of two rows of counts. */
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

  private static void checkNotNegative(String name, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        throw new IllegalArgumentException(
            name + " count " + counts[i] + " in bin " + i + " is below 0: counts start at 0");
      }
    }
  }

  static long total(long[] counts) {
    return Arrays.stream(counts).reduce(0, Math::addExact);
  }
}
