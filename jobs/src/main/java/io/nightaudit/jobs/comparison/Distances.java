package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.distance.BinnedDistance;
import io.nightaudit.metrics.distance.OrderedDistance;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.QuantileBins;
import java.util.SortedMap;
import java.util.TreeMap;

/** The distances between the distributions of before and tonight, by name. */
final class Distances {
  /** The distance that policies limit. */
  static final String JENSEN_SHANNON = "jensen_shannon";

  /** What that distance is expected to be if nothing changed. */
  static final String JENSEN_SHANNON_FLOOR = "jensen_shannon_noise_floor";

  private static final int BINS = 10;

  private Distances() {}

  static SortedMap<String, Double> of(LogHistogram before, LogHistogram tonight) {
    QuantileBins bins = QuantileBins.of(before, BINS);
    SortedMap<String, Double> distances = binned(bins.count(before), bins.count(tonight));
    double[] values = LogHistogram.alignedValues(before, tonight);
    long[][] counts = LogHistogram.align(before, tonight);
    put(
        distances,
        "kolmogorov_smirnov",
        OrderedDistance.KOLMOGOROV_SMIRNOV.between(values, counts[0], counts[1]));
    put(
        distances,
        "wasserstein_normed",
        OrderedDistance.wassersteinNormed(values, counts[0], counts[1]));
    return distances;
  }

  static SortedMap<String, Double> of(CategoryCounts before, CategoryCounts tonight) {
    long[][] counts = CategoryCounts.align(before, tonight);
    return binned(counts[0], counts[1]);
  }

  private static SortedMap<String, Double> binned(long[] before, long[] tonight) {
    SortedMap<String, Double> distances = new TreeMap<>();
    put(distances, JENSEN_SHANNON, BinnedDistance.JENSEN_SHANNON.between(before, tonight));
    put(distances, JENSEN_SHANNON_FLOOR, BinnedDistance.JENSEN_SHANNON.noiseFloor(before, tonight));
    BinnedDistance stability = BinnedDistance.POPULATION_STABILITY_INDEX;
    put(distances, "population_stability_index", stability.between(before, tonight));
    put(distances, "population_stability_index_excess", stability.excess(before, tonight));
    return distances;
  }

  private static void put(SortedMap<String, Double> distances, String name, double value) {
    if (Double.isFinite(value)) {
      distances.put(name, value);
    }
  }
}
