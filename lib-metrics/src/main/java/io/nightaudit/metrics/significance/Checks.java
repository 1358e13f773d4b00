package io.nightaudit.metrics.significance;

/** Checks that are shared by the tests; all fail for NaN. */
final class Checks {
  /** What a statistic may exceed its bound by, as sums of shares are rounded. */
  private static final double ROUNDING = 1e-9;

  private Checks() {}

  static void sizes(long first, long second) {
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException(
          "sample sizes " + first + " and " + second + ": give sizes >= 0");
    }
  }

  static void trials(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " successes in " + trials + " trials: give 0 <= successes <= trials");
    }
  }

  /** Fails unless the value is strictly between 0 and 1. */
  static void share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " " + value + " is not between 0 and 1: give 0.05, say");
    }
  }

  /** Fails unless the value is at least 0 and finite. */
  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " " + value + " is not finite and at least 0: give a number from 0 up");
    }
  }

  /** Fails unless the statistic lies in [0, largest], up to rounding. */
  static void statistic(String name, double value, double largest) {
    if (!(value >= -ROUNDING && value <= largest + ROUNDING)) {
      throw new IllegalArgumentException(
          "%s %s is not between 0 and %s: leave out comparisons without a result"
              .formatted(name, value, largest));
    }
  }

  static void pValues(double[] pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "p-value " + p + " is not between 0 and 1: leave out tests without a result");
      }
    }
  }

  /** Fails unless both rows have the same bins and no negative count. */
  static void sameBins(long[] first, long[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "%s bins and %s bins: count both samples in the same bins"
              .formatted(first.length, second.length));
    }
    total(first);
    total(second);
  }

  /** Sum of counts from 0 up. */
  static long total(long[] counts) {
    long total = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("count " + count + " is below 0: counts start at 0");
      }
      if (total > Long.MAX_VALUE - count) {
        throw new ArithmeticException(
            "counts %s + %s exceed %s: divide the data into shorter periods"
                .formatted(total, count, Long.MAX_VALUE));
      }
      total += count;
    }
    return total;
  }
}
