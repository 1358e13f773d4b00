package io.nightaudit.metrics.series;

import java.util.Arrays;

/** Middle ranks, doubled so that they are whole numbers. */
final class Ranks {
  private Ranks() {}

  /** Number of values below each value plus those up to it, plus 1: from 2 to 2n. */
  static long[] doubled(double[] series) {
    double[] sorted = new double[series.length];
    for (int i = 0; i < series.length; i++) {
      // Adding 0 makes −0 equal to 0 in the order of Arrays.sort.
      sorted[i] = series[i] + 0.0;
    }
    double[] values = sorted.clone();
    Arrays.sort(sorted);
    long[] ranks = new long[values.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = 1L + countBelow(sorted, values[i]) + countUpTo(sorted, values[i]);
    }
    return ranks;
  }

  private static int countBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int countUpTo(double[] sorted, double value) {
    return countBelow(sorted, Math.nextUp(value));
  }
}
