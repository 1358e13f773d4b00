package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.Input;
import io.nightaudit.metrics.summary.LogHistogram;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A quantile with the bucket of the histogram that it is read off. */
final class QuantileOrigin {
  private QuantileOrigin() {}

  static Recomputation of(LogHistogram histogram, double quantile) {
    long rank = rank(histogram, quantile);
    int[] buckets = histogram.buckets();
    long[] counts = histogram.counts();
    int position = 0;
    long below = 0;
    while (below + counts[position] < rank) {
      below += counts[position++];
    }
    long[] units = LogHistogram.unitsOfBucket(buckets[position]);
    String low = edge(histogram, units[0]);
    String high = edge(histogram, units[1]);
    double value = middle(histogram, units);
    List<Input> inputs = new ArrayList<>(Recomputations.moments(histogram));
    inputs.add(Recomputations.count("buckets in use", buckets.length));
    inputs.add(new Input("bucket that holds it", "%s to %s".formatted(low, high)));
    inputs.add(Recomputations.count("values below the bucket", below));
    inputs.add(Recomputations.count("values in the bucket", counts[position]));
    return new Recomputation(
        inputs,
        List.of(
            "rank ⌈%s × %s⌉ = %s"
                .formatted(
                    Exact.number(quantile), Exact.count(histogram.count()), Exact.count(rank)),
            "%s < %s ≤ %s, so it lies in this bucket"
                .formatted(
                    Exact.count(below), Exact.count(rank), Exact.count(below + counts[position])),
            "geometric middle, within the smallest and the largest: √(%s × %s) = %s"
                .formatted(low, high, Exact.number(value))),
        value);
  }

  private static long rank(LogHistogram histogram, double quantile) {
    long rank =
        BigDecimal.valueOf(quantile)
            .multiply(BigDecimal.valueOf(histogram.count()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    return Math.max(1, rank);
  }

  /** In units, as the histogram does it, so that the last digit is the same. */
  private static double middle(LogHistogram histogram, long[] units) {
    double first = Math.abs((double) units[0]);
    double last = Math.abs((double) units[1]);
    double middle = first == last ? first : StrictMath.sqrt(first) * StrictMath.sqrt(last);
    double signed = units[1] < 0 ? -middle : middle;
    double value = signed / BigDecimal.TEN.pow(histogram.scale()).doubleValue();
    return Math.min(Math.max(value, histogram.min()), histogram.max());
  }

  private static String edge(LogHistogram histogram, long units) {
    return Exact.plain(BigDecimal.valueOf(units, histogram.scale()));
  }
}
