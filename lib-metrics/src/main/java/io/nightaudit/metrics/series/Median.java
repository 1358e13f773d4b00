package io.nightaudit.metrics.series;

import java.util.Arrays;

/** The middle value; the mean of the two middle ones for an even number. */
final class Median {
  private Median() {}

  /** Median of at least one value; NaN for none. */
  static double of(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
