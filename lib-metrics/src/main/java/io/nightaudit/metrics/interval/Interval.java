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

  static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence " + confidence + " is not between 0 and 1: give a share such as 0.95");
    }
  }
}
