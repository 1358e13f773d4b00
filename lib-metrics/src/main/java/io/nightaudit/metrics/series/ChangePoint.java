package io.nightaudit.metrics.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Dates the changes of the mean of a series.
 *
 * <p>The series is standardised (divisor n−1) and cut into k+1 segments with the least Σ_j [SS_j +
 * ln n_j] + 3k ln n, the modified Bayes information criterion. Found exactly by optimal
 * partitioning in O(n²), which the pruning of PELT would only make faster. Meant for up to some
 * hundred days.
 *
 * <ul>
 *   <li>Fewer than two values or equal values: no changes.
 *   <li>Equally good cuts: the one with the earliest last change.
 * </ul>
 *
 * Source: R. Killick, P. Fearnhead and I. A. Eckley, J. Amer. Statist. Assoc. 107, 2012; N. R.
 * Zhang and D. O. Siegmund, Biometrics 63, 2007 (MBIC); R {@code changepoint::cpt.mean(method =
 * "PELT", penalty = "MBIC")}.
 */
public final class ChangePoint {
  private ChangePoint() {}

  /** Index of the first value of each new segment, ascending, without 0. */
  public static List<Integer> pelt(double[] series) {
    Checks.finite(series);
    double[] standardised = standardised(UnitScale.of(series));
    return standardised.length == 0 ? List.of() : partition(standardised);
  }

  private static List<Integer> partition(double[] series) {
    int n = series.length;
    double[] sums = new double[n + 1];
    double[] squares = new double[n + 1];
    double[] logarithms = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + series[i];
      squares[i + 1] = squares[i] + series[i] * series[i];
      logarithms[i + 1] = StrictMath.log(i + 1);
    }
    double penalty = 3 * logarithms[n];
    double[] best = new double[n + 1];
    int[] starts = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      best[end] = Double.POSITIVE_INFINITY;
      for (int from = 0; from < end; from++) {
        int size = end - from;
        double sum = sums[end] - sums[from];
        double spread = Math.max(0, squares[end] - squares[from] - sum * sum / size);
        double cost = best[from] + spread + logarithms[size] + (from == 0 ? 0 : penalty);
        if (cost < best[end]) {
          best[end] = cost;
          starts[end] = from;
        }
      }
    }
    return changes(starts);
  }

  /** Follows the best start of each last segment back to the beginning. */
  private static List<Integer> changes(int[] starts) {
    Deque<Integer> changes = new ArrayDeque<>();
    for (int from = starts[starts.length - 1]; from > 0; from = starts[from]) {
      changes.addFirst(from);
    }
    return List.copyOf(changes);
  }

  /** The series with mean 0 and standard deviation 1, or nothing if it has no spread. */
  private static double[] standardised(double[] series) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double squares = 0;
    for (double value : series) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (series.length - 1));
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      return new double[0];
    }
    double[] result = new double[series.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (series[i] - mean) / deviation;
    }
    return result;
  }
}
