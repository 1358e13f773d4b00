package io.nightaudit.metrics.interval;

/**
 * A confidence interval.
 *
 * @param low lower limit; −∞ if nothing is known
 * @param high upper limit; +∞ if nothing is known
 * @param confidence long-run share of such intervals that hold the true value, in (0, 1)
 */
public record Interval(double low, double high, double confidence) {
  public Interval {
    // Written so that NaN fails too.
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval from " + low + " to " + high + ": the lower limit may not exceed the upper");
    }
    checkConfidence(confidence);
  }

  /** Whether the value lies within the limits, limits included; false for NaN. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Upper limit minus lower limit. */
  public double width() {
    return high - low;
  }

  /** Of a ratio about which nothing is known. */
  static Interval anyPositive(double confidence) {
    return new Interval(0, Double.POSITIVE_INFINITY, confidence);
  }

  /** Of anything else about which nothing is known. */
  static Interval anything(double confidence) {
    return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence);
  }

  /** An estimate with the same distance to both limits. */
  static Interval around(double estimate, double half, double confidence) {
    if (!Double.isFinite(estimate)) {
      throw beyondDouble(estimate);
    }
    return new Interval(estimate - half, estimate + half, confidence);
  }

  /** A positive estimate whose logarithm has the same distance to both limits. */
  static Interval aroundRatio(double estimate, double half, double confidence) {
    if (!(estimate > 0 && estimate < Double.POSITIVE_INFINITY)) {
      throw beyondDouble(estimate);
    }
    return new Interval(
        estimate * StrictMath.exp(-half), estimate * StrictMath.exp(half), confidence);
  }

  private static ArithmeticException beyondDouble(double estimate) {
    return new ArithmeticException(
        "estimate " + estimate + " is beyond the range of double: choose a larger or smaller unit");
  }

  /** Fails if a confidence is not between 0 and 1, also for NaN. */
  public static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence " + confidence + " is not between 0 and 1: give a share such as 0.95");
    }
  }
}
