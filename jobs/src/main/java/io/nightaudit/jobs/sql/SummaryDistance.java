package io.nightaudit.jobs.sql;

import io.nightaudit.metrics.distance.BinnedDistance;
import io.nightaudit.metrics.distance.OrderedDistance;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.QuantileBins;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Distances between two summaries by name: those of the library in lower case, and the short names
 * that people know. Histograms are binned by the deciles of the reference.
 */
final class SummaryDistance {
  private static final int BINS = 10;
  private static final String NORMED = "wasserstein_normed";

  private static final TreeMap<String, String> SHORT = new TreeMap<>();

  static {
    SHORT.put("psi", "population_stability_index");
    SHORT.put("kl", "kullback_leibler");
    SHORT.put("js", "jensen_shannon");
    SHORT.put("tv", "total_variation");
    SHORT.put("ks", "kolmogorov_smirnov");
  }

  private SummaryDistance() {}

  /**
   * The distance from a reference to a current summary, NaN if one is empty.
   *
   * @throws IllegalArgumentException for an unknown name, or kinds that have no such distance
   */
  static double between(String name, Summary reference, Summary current) {
    String given = name.strip().toLowerCase(Locale.ROOT);
    String full = SHORT.getOrDefault(given, given);
    Optional<BinnedDistance> binned = constant(BinnedDistance.values(), full);
    if (binned.isPresent()) {
      long[][] counts = counts(reference, current);
      return binned.get().between(counts[0], counts[1]);
    }
    Optional<OrderedDistance> ordered = constant(OrderedDistance.values(), full);
    if (ordered.isEmpty() && !full.equals(NORMED)) {
      throw new IllegalArgumentException(
          "there is no distance '%s'; known are %s".formatted(name, names()));
    }
    if (!(reference instanceof LogHistogram before && current instanceof LogHistogram after)) {
      throw new IllegalArgumentException(
          "the distance '%s' is between histograms, not between a %s and a %s; js or psi is between any"
              .formatted(name, kind(reference), kind(current)));
    }
    double[] values = LogHistogram.alignedValues(before, after);
    long[][] counts = LogHistogram.align(before, after);
    return ordered
        .map(distance -> distance.between(values, counts[0], counts[1]))
        .orElseGet(() -> OrderedDistance.wassersteinNormed(values, counts[0], counts[1]));
  }

  private static long[][] counts(Summary reference, Summary current) {
    if (reference instanceof LogHistogram before && current instanceof LogHistogram after) {
      QuantileBins bins = QuantileBins.of(before, BINS);
      return new long[][] {bins.count(before), bins.count(after)};
    }
    if (reference instanceof CategoryCounts before && current instanceof CategoryCounts after) {
      return CategoryCounts.align(before, after);
    }
    if (reference instanceof Rate before && current instanceof Rate after) {
      return new long[][] {sides(before), sides(after)};
    }
    throw new IllegalArgumentException(
        "there is no distance between a %s and a %s; take two histograms, categories or rates"
            .formatted(kind(reference), kind(current)));
  }

  private static long[] sides(Rate rate) {
    return new long[] {rate.successes(), rate.trials() - rate.successes()};
  }

  private static String kind(Summary summary) {
    return summary.getClass().getSimpleName();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
    return Arrays.stream(constants)
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private static String names() {
    Stream<String> all =
        Stream.concat(
            Arrays.stream(BinnedDistance.values()).map(Enum::name),
            Arrays.stream(OrderedDistance.values()).map(Enum::name));
    return Stream.concat(
            Stream.concat(all.map(name -> name.toLowerCase(Locale.ROOT)), Stream.of(NORMED)),
            SHORT.keySet().stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
