package io.nightaudit.metrics.significance;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Two samples counted at their distinct ascending values, and their statistics by plain definition.
 */
record Pooled(long[] first, long[] second) {
  static Pooled of(double[] first, double[] second) {
    double[] values =
        Arrays.stream(new double[][] {first, second})
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
    return new Pooled(counts(values, first), counts(values, second));
  }

  private static long[] counts(double[] values, double[] sample) {
    long[] counts = new long[values.length];
    for (double value : sample) {
      counts[Arrays.binarySearch(values, value)]++;
    }
    return counts;
  }

  /** All ways to order n and m distinct values. */
  static void forEachOrder(int n, int m, Consumer<Pooled> consumer) {
    for (int mask = 0; mask < 1 << (n + m); mask++) {
      if (Integer.bitCount(mask) == n) {
        long[] first = new long[n + m];
        long[] second = new long[n + m];
        for (int i = 0; i < n + m; i++) {
          first[i] = mask >> i & 1;
          second[i] = 1 - first[i];
        }
        consumer.accept(new Pooled(first, second));
      }
    }
  }

  long n() {
    return Arrays.stream(first).sum();
  }

  long m() {
    return Arrays.stream(second).sum();
  }

  double kolmogorovSmirnov() {
    return Math.max(largest(1), largest(-1));
  }

  double kuiper() {
    return largest(1) + largest(-1);
  }

  private double largest(int sign) {
    double largest = 0;
    long i = 0;
    long j = 0;
    for (int k = 0; k < first.length; k++) {
      i += first[k];
      j += second[k];
      largest = Math.max(largest, sign * ((double) i / n() - (double) j / m()));
    }
    return largest;
  }

  /** T = U/(nm(n+m)) − (4nm−1)/(6(n+m)) with midranks. */
  double cramerVonMises() {
    double n = n();
    double m = m();
    double u = n * squares(first) + m * squares(second);
    return u / (n * m * (n + m)) - (4 * n * m - 1) / (6 * (n + m));
  }

  private double squares(long[] counts) {
    double sum = 0;
    long index = 0;
    long below = 0;
    for (int k = 0; k < counts.length; k++) {
      long here = first[k] + second[k];
      double rank = below + (here + 1) / 2.0;
      for (long i = 0; i < counts[k]; i++) {
        index++;
        sum += (rank - index) * (rank - index);
      }
      below += here;
    }
    return sum;
  }

  /** Pairs with the first above the second, ties as half. */
  double pairsAbove() {
    double pairs = 0;
    double below = 0;
    for (int k = 0; k < first.length; k++) {
      pairs += first[k] * (below + second[k] / 2.0);
      below += second[k];
    }
    return pairs;
  }

  /** A² with midranks, by the sum over distinct values (Scholz and Stephens, equation 7). */
  double andersonDarling() {
    double total = n() + m();
    return (total - 1) / total * (oneSample(first) / n() + oneSample(second) / m());
  }

  private double oneSample(long[] counts) {
    double total = n() + m();
    double size = Arrays.stream(counts).sum();
    double own = 0;
    double all = 0;
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      double here = first[k] + second[k];
      double before = all + here / 2;
      double ownBefore = own + counts[k] / 2.0;
      double difference = total * ownBefore - size * before;
      double weight = before * (total - before) - total * here / 4;
      sum += weight > 0 ? here / total * difference * difference / weight : 0;
      own += counts[k];
      all += here;
    }
    return sum;
  }
}
