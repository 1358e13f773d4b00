package io.nightaudit.metrics.series;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1 up; equal values share the mean of their ranks. */
final class Midranks {
  private Midranks() {}

  static double[] of(double[] series) {
    int[] order =
        IntStream.range(0, series.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> series[i] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[series.length];
    int first = 0;
    while (first < order.length) {
      int last = first;
      while (last + 1 < order.length && series[order[last + 1]] == series[order[first]]) {
        last++;
      }
      for (int i = first; i <= last; i++) {
        ranks[order[i]] = (first + last) / 2.0 + 1;
      }
      first = last + 1;
    }
    return ranks;
  }
}
