package io.nightaudit.metrics.significance;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Positions of values in ascending order; equal values in the order of the input. */
final class Ascending {
  private Ascending() {}

  static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
