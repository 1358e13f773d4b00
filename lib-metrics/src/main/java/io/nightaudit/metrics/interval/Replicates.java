package io.nightaudit.metrics.interval;

import java.util.Arrays;

/** Sorted values of a statistic on resampled days, its value on the days, and its acceleration. */
record Replicates(double[] sorted, double estimate, double acceleration) {
  Replicates {
    Arrays.sort(sorted);
  }

  /** Quantile by linear interpolation between ranks (Hyndman and Fan's type 7). */
  double quantile(double level) {
    double place = level * (sorted.length - 1);
    int rank = (int) place;
    double fraction = place - rank;
    return fraction == 0
        ? sorted[rank]
        : sorted[rank] + fraction * (sorted[rank + 1] - sorted[rank]);
  }

  /** z₀: how far the estimate lies from the median of the replicates, in normal deviations. */
  double bias() {
    double below = 0;
    for (double value : sorted) {
      below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
    }
    double share = Math.max(0.5, Math.min(sorted.length - 0.5, below)) / sorted.length;
    return Quantiles.normalQuantile(share);
  }

  double standardDeviation() {
    double mean = mean(sorted);
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (sorted.length - 1));
  }

  /** a = Σd³/(6 (Σd²)^1.5) of leave-one-out estimates; 0 if they are all equal. */
  static double acceleration(double[] leftOut) {
    double mean = mean(leftOut);
    double largest = 0;
    for (double value : leftOut) {
      largest = Math.max(largest, Math.abs(mean - value));
    }
    double squares = 0;
    double cubes = 0;
    for (double value : leftOut) {
      // In parts of the largest, so that a unit can neither overflow nor vanish.
      double d = largest == 0 ? 0 : (mean - value) / largest;
      squares += d * d;
      cubes += d * d * d;
    }
    return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
