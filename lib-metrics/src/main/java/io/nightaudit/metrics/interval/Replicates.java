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
    return StrictNormal.quantile(share);
  }

  /** Of the replicates, with divisor B − 1. */
  double standardDeviation() {
    Deviations deviations = Deviations.of(sorted);
    return deviations.unit() * Math.sqrt(deviations.squares() / (sorted.length - 1));
  }

  /** a = Σd³/(6 (Σd²)^1.5) of leave-one-out estimates; 0 if they are all equal. */
  static double acceleration(double[] leftOut) {
    Deviations deviations = Deviations.of(leftOut);
    double squares = deviations.squares();
    return squares == 0 ? 0 : deviations.cubes() / (6 * squares * Math.sqrt(squares));
  }

  /** Mean minus values in parts of the largest, so that no power overflows or vanishes. */
  private record Deviations(double unit, double[] parts) {
    static Deviations of(double[] values) {
      double first = values[0];
      double mean = first;
      for (double value : values) {
        mean += (value - first) / values.length;
      }
      double[] parts = new double[values.length];
      double unit = 0;
      for (int i = 0; i < values.length; i++) {
        parts[i] = mean - values[i];
        unit = Math.max(unit, Math.abs(parts[i]));
      }
      for (int i = 0; i < values.length && unit > 0; i++) {
        parts[i] /= unit;
      }
      return new Deviations(unit, parts);
    }

    double squares() {
      double sum = 0;
      for (double part : parts) {
        sum += part * part;
      }
      return sum;
    }

    double cubes() {
      double sum = 0;
      for (double part : parts) {
        sum += part * part * part;
      }
      return sum;
    }
  }
}
