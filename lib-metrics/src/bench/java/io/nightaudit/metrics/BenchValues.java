package io.nightaudit.metrics;

import io.nightaudit.metrics.summary.LogHistogram;
import java.util.Random;

/** Numbers to measure with. */
public final class BenchValues {
  private BenchValues() {}

  /** Tokens as logs have them, lognormal around 400; the same in every run. */
  public static double[] tokens(long seed, int count) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = Math.rint(Math.exp(6 + 1.1 * random.nextGaussian()));
    }
    return values;
  }

  /** Their histogram. */
  public static LogHistogram histogram(long seed, int count) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    for (double value : tokens(seed, count)) {
      accumulator.add(value);
    }
    return accumulator.build();
  }
}
