package io.nightaudit.metrics.distance;

import java.util.Arrays;

/**
 * Two samples of numbers as counts at ascending values, equal values together.
 *
 * <p>The state that every distance of ordered values and every rank statistic needs. The order of
 * the numbers within a sample does not matter, and values that neither side has are dropped.
 *
 * <ul>
 *   <li>−0.0 and 0.0 are the same value.
 *   <li>NaN and infinite values are refused: count them as missing.
 *   <li>A side may be empty; statistics of it are NaN.
 * </ul>
 */
public final class TiedCounts {
  final double[] values;
  final long[] reference;
  final long[] current;
  final long referenceTotal;
  final long currentTotal;

  private TiedCounts(double[] values, long[] reference, long[] current) {
    this.values = values;
    this.reference = reference;
    this.current = current;
    this.referenceTotal = Counts.total(reference);
    this.currentTotal = Counts.total(current);
  }

  /** Counts of two samples in any order. */
  public static TiedCounts of(double[] reference, double[] current) {
    double[] x = sorted("reference", reference);
    double[] y = sorted("current", current);
    double[] values = new double[x.length + y.length];
    long[] ofReference = new long[values.length];
    long[] ofCurrent = new long[values.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < x.length || j < y.length) {
      double value = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
      for (; i < x.length && x[i] == value; i++) {
        ofReference[size]++;
      }
      for (; j < y.length && y[j] == value; j++) {
        ofCurrent[size]++;
      }
      values[size++] = value;
    }
    return cut(values, ofReference, ofCurrent, size);
  }

  /** Counts that stand at ascending values already; a value may repeat. */
  public static TiedCounts of(double[] values, long[] reference, long[] current) {
    Counts.check(reference, current);
    checkAscending(values, reference.length);
    double[] distinct = new double[values.length];
    long[] ofReference = new long[values.length];
    long[] ofCurrent = new long[values.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (reference[i] > 0 || current[i] > 0) {
        if (size == 0 || values[i] > distinct[size - 1]) {
          distinct[size++] = values[i];
        }
        // A sum beyond 2^63 turns negative here.
        ofReference[size - 1] += reference[i];
        ofCurrent[size - 1] += current[i];
        if (ofReference[size - 1] < 0 || ofCurrent[size - 1] < 0) {
          throw new ArithmeticException(
              "counts of value %s add up to more than 2^63 - 1: compare a shorter window"
                  .formatted(values[i]));
        }
      }
    }
    return cut(distinct, ofReference, ofCurrent, size);
  }

  /** The values, ascending, each once. */
  public double[] values() {
    return values.clone();
  }

  /** How often the reference has each value. */
  public long[] reference() {
    return reference.clone();
  }

  /** How often the current sample has each value. */
  public long[] current() {
    return current.clone();
  }

  /** Number of values. */
  int size() {
    return values.length;
  }

  /** Whether a side has no value at all; nothing can be compared then. */
  boolean oneSideEmpty() {
    return referenceTotal == 0 || currentTotal == 0;
  }

  /** f = 1/n + 1/m. */
  double inverseSizes() {
    return 1.0 / referenceTotal + 1.0 / currentTotal;
  }

  /** F − G at each value: the shares at or below it, reference minus current. */
  double[] differences() {
    double[] differences = new double[values.length];
    double n = referenceTotal;
    double m = currentTotal;
    long below = 0;
    long belowCurrent = 0;
    for (int i = 0; i < values.length; i++) {
      below += reference[i];
      belowCurrent += current[i];
      differences[i] = below / n - belowCurrent / m;
    }
    return differences;
  }

  private static TiedCounts cut(double[] values, long[] reference, long[] current, int size) {
    return new TiedCounts(
        Arrays.copyOf(values, size), Arrays.copyOf(reference, size), Arrays.copyOf(current, size));
  }

  private static double[] sorted(String name, double[] sample) {
    double[] sorted = new double[sample.length];
    for (int i = 0; i < sorted.length; i++) {
      if (!Double.isFinite(sample[i])) {
        throw new IllegalArgumentException(
            "%s value %s at %s is not finite: count it as missing".formatted(name, sample[i], i));
      }
      // Adding 0 turns -0.0 into 0.0.
      sorted[i] = sample[i] + 0.0;
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private static void checkAscending(double[] values, int counts) {
    if (values.length != counts) {
      throw new IllegalArgumentException(
          values.length + " values for " + counts + " counts: give one value per count");
    }
    for (int i = 0; i < values.length; i++) {
      // Written so that NaN fails too.
      if (!Double.isFinite(values[i]) || (i > 0 && values[i] < values[i - 1])) {
        throw new IllegalArgumentException(
            "value " + values[i] + " at " + i + " is not finite or not ascending: sort the values");
      }
    }
  }
}
