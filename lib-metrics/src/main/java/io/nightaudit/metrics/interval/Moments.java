package io.nightaudit.metrics.interval;

/** Checks of a sample given by its size, mean and variance. */
final class Moments {
  private Moments() {}

  /** Fails unless n is not negative and, if it matters, mean and variance are usable. */
  static void check(long n, double mean, double variance) {
    if (n < 0) {
      throw new IllegalArgumentException("n " + n + " is below 0: give the number of values");
    }
    if (n >= 1 && !Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean " + mean + " is not finite: drop such values first");
    }
    if (n >= 2 && !(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "variance " + variance + " is not a finite number from 0 up: give that with divisor n-1");
    }
  }
}
