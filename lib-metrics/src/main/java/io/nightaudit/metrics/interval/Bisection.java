package io.nightaudit.metrics.interval;

import java.util.function.DoublePredicate;

/** Where a condition stops holding, found to neighbouring doubles in at most 64 steps. */
final class Bisection {
  private Bisection() {}

  /**
   * Last value on the way from {@code inside} to {@code outside} where the condition holds.
   *
   * <p>Halves the doubles between the two, not the distance: limits of 1e-12 and of 1e12 are found
   * to the same relative precision. {@code outside} if the condition holds there, {@code inside} if
   * it holds nowhere.
   */
  static double edge(double inside, double outside, DoublePredicate holds) {
    if (holds.test(outside)) {
      return outside;
    }
    long good = rank(inside);
    long bad = rank(outside);
    for (long middle = middle(good, bad); middle != good && middle != bad; ) {
      if (holds.test(value(middle))) {
        good = middle;
      } else {
        bad = middle;
      }
      middle = middle(good, bad);
    }
    return value(good);
  }

  /** Half of the sum, rounded down, without overflow. */
  private static long middle(long a, long b) {
    return (a & b) + ((a ^ b) >> 1);
  }

  /** Place of a double in the order of all doubles; both zeros have place 0. */
  private static long rank(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double value(long rank) {
    return Double.longBitsToDouble(rank >= 0 ? rank : Long.MIN_VALUE - rank);
  }
}
