package io.nightaudit.metrics.distance;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How other tools make two rows of counts of two samples of numbers. */
final class ToolBins {
  /** Evidently gives a bin to each value up to this number of distinct reference values. */
  private static final int MOST_EXACT_VALUES = 20;

  /** Bins of Evidently's Spark engine for the Wasserstein distance. */
  private static final int FINE_BINS = 1000;

  private ToolBins() {}

  /** Sturges' edges on both samples together; each value a bin if the reference has few. */
  static long[][] evidently(double[] reference, double[] current, double leastWidth) {
    TiedCounts exact = TiedCounts.of(reference, current);
    if (Arrays.stream(exact.reference).filter(count -> count > 0).count() <= MOST_EXACT_VALUES) {
      return new long[][] {exact.reference, exact.current};
    }
    return count(EqualWidthBins.sturges(both(reference, current), leastWidth), reference, current);
  }

  /** Sturges' edges on the distinct values of both samples, whatever their number. */
  static long[][] evidentlyDistinct(double[] reference, double[] current, double leastWidth) {
    double[] values = TiedCounts.of(reference, current).values;
    return count(EqualWidthBins.sturges(values, leastWidth), reference, current);
  }

  /** Doane's number of bins on both samples together; the upper edge belongs to the last bin. */
  static long[][] evidentlySpark(double[] reference, double[] current, double ignored) {
    double[] both = both(reference, current);
    double first = EqualWidthBins.least(both);
    double range = EqualWidthBins.greatest(both) - first;
    double count = EqualWidthBins.doaneCount(both);
    int bins = count < Double.POSITIVE_INFINITY ? (int) Math.ceil(range / (range / count)) : 1;
    return new long[][] {
      floors(reference, first, range / bins, bins), floors(current, first, range / bins, bins)
    };
  }

  /** Doane's edges on the reference; what lies outside is one more bin. */
  static long[][] nannyml(double[] reference, double[] current, double ignored) {
    EqualWidthBins bins = EqualWidthBins.doane(reference, 0);
    return new long[][] {
      withLeftover(bins.count(reference), reference.length),
      withLeftover(bins.count(current), current.length)
    };
  }

  /** Both samples at the middles of a thousand bins, each over its own range. */
  static TiedCounts evidentlySparkFine(double[] reference, double[] current) {
    double[] middles = both(middles(reference), middles(current));
    long[] ofReference = Arrays.copyOf(fine(reference), 2 * FINE_BINS);
    long[] ofCurrent = new long[2 * FINE_BINS];
    System.arraycopy(fine(current), 0, ofCurrent, FINE_BINS, FINE_BINS);
    return sorted(middles, ofReference, ofCurrent);
  }

  private static TiedCounts sorted(double[] values, long[] reference, long[] current) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((i, j) -> Double.compare(values[i], values[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    return TiedCounts.of(
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(order).mapToLong(i -> reference[i]).toArray(),
        Arrays.stream(order).mapToLong(i -> current[i]).toArray());
  }

  private static long[] fine(double[] sample) {
    double first = EqualWidthBins.of(sample, FINE_BINS).edges()[0];
    return floors(sample, first, fineStep(sample), FINE_BINS);
  }

  private static double[] middles(double[] sample) {
    double first = EqualWidthBins.of(sample, FINE_BINS).edges()[0];
    double step = fineStep(sample);
    double[] middles = new double[FINE_BINS];
    for (int i = 0; i < FINE_BINS; i++) {
      double edge = first + step * i;
      middles[i] = (first + step * (i + 1) - edge) / 2 + edge;
    }
    return middles;
  }

  private static double fineStep(double[] sample) {
    double[] edges = EqualWidthBins.of(sample, FINE_BINS).edges();
    return (edges[FINE_BINS] - edges[0]) / FINE_BINS;
  }

  private static long[] floors(double[] sample, double first, double step, int bins) {
    long[] counts = new long[bins];
    for (double value : sample) {
      double bin = step > 0 ? Math.floor((value - first) / step) : 0;
      counts[(int) Math.min(bin, bins - 1.0)]++;
    }
    return counts;
  }

  private static long[][] count(EqualWidthBins bins, double[] reference, double[] current) {
    return new long[][] {bins.count(reference), bins.count(current)};
  }

  private static long[] withLeftover(long[] counts, int total) {
    long[] all = Arrays.copyOf(counts, counts.length + 1);
    all[counts.length] = total - Counts.total(counts);
    return all;
  }

  private static double[] both(double[] reference, double[] current) {
    return DoubleStream.concat(Arrays.stream(reference), Arrays.stream(current)).toArray();
  }
}
