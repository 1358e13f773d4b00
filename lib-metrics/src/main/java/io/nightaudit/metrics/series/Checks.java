package io.nightaudit.metrics.series;

/** Checks that are shared by the statistics of series; all fail for NaN. */
final class Checks {
  private static final double LARGEST = 1e50;
  private static final double LEAST_VARIANCE = 1e-100;
  private static final double LARGEST_VARIANCE = 1e100;

  private Checks() {}

  /** Whether squares and weights of such values stay finite; false for NaN. */
  static boolean usable(double y, double variance) {
    return Math.abs(y) <= LARGEST && variance >= LEAST_VARIANCE && variance <= LARGEST_VARIANCE;
  }

  static void value(double y, double variance) {
    if (!(Math.abs(y) <= LARGEST)) {
      throw new IllegalArgumentException(
          "daily value " + y + " is not within ±" + LARGEST + ": leave the day out instead");
    }
    if (!usable(y, variance)) {
      throw new IllegalArgumentException(
          "variance "
              + variance
              + " is not from "
              + LEAST_VARIANCE
              + " to "
              + LARGEST_VARIANCE
              + ": floor it at the step the values are recorded in");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " is not above 0 and finite");
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is not finite: give a number");
    }
  }

  /** Fails also if the largest difference overflows, as differences are what is compared. */
  static void comparable(double[] series) {
    finite(series);
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : series) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    if (largest - smallest == Double.POSITIVE_INFINITY && series.length > 0) {
      throw new IllegalArgumentException(
          "values from "
              + smallest
              + " to "
              + largest
              + " differ by more than "
              + Double.MAX_VALUE
              + ": divide them by a power of 2 first");
    }
  }

  static void finite(double[] series) {
    for (int i = 0; i < series.length; i++) {
      if (!Double.isFinite(series[i])) {
        throw new IllegalArgumentException(
            "value " + series[i] + " at " + i + " is not finite: leave such days out");
      }
    }
  }
}
