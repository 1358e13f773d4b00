package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.series.DerSimonianLaird;
import java.util.List;
import java.util.SortedMap;

/** How much the means of nights differ by more than sampling makes them. */
final class DayVariance {
  private DayVariance() {}

  /** τ² of the nightly means; nights without a spread of their own say nothing. */
  static double of(SortedMap<Long, StratumMoments> moments, List<Long> nights) {
    List<StratumMoments> usable =
        nights.stream()
            .map(night -> moments.getOrDefault(night, StratumMoments.absent()))
            .filter(night -> night.n() > 1 && night.variance() > 0)
            .toList();
    return usable.size() < 2
        ? 0
        : DerSimonianLaird.tauSquared(
            usable.stream().mapToDouble(StratumMoments::mean).toArray(),
            usable.stream().mapToDouble(night -> night.variance() / night.n()).toArray());
  }
}
