package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.summary.CategoryCounts;
import java.util.Optional;
import java.util.SortedMap;

/** A mix of categories: its Jensen–Shannon distance to the mix of the nights before. */
final class MixStatistic implements Statistic {
  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    Optional<CategoryCounts> baseline = before.get(measure, CategoryCounts.class);
    return tonight
        .get(measure, CategoryCounts.class)
        .filter(counts -> counts.count() > 0)
        .map(counts -> compare(counts, baseline.filter(b -> b.count() > 0), before.nights()));
  }

  private static Evidence compare(
      CategoryCounts tonight, Optional<CategoryCounts> before, int nights) {
    if (before.isEmpty()) {
      return evidence(Double.NaN, tonight.count(), Evidence.Baseline.NONE, 0);
    }
    CategoryCounts baseline = before.get();
    SortedMap<String, Double> distances = Distances.of(baseline, tonight);
    double distance = distances.getOrDefault(Distances.JENSEN_SHANNON, Double.NaN);
    double floor = distances.getOrDefault(Distances.JENSEN_SHANNON_FLOOR, Double.NaN);
    return evidence(
            distance,
            tonight.count(),
            new Evidence.Baseline(floor, baseline.count(), nights),
            baseline.count())
        .withDistribution(distances, Distributions.of(baseline, tonight));
  }

  private static Evidence evidence(
      double distance, long n, Evidence.Baseline baseline, long baselineSize) {
    return Evidence.of(
            distance,
            n,
            Optional.empty(),
            DailyTransform.distance(distance, baselineSize, n),
            DailyScale.IDENTITY,
            baseline,
            new Evidence.Change(
                Evidence.ChangeKind.DIFFERENCE,
                distance - baseline.value(),
                Double.NaN,
                Double.NaN))
        .risesOnly();
  }
}
