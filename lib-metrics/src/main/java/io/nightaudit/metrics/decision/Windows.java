package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.attribution.DirectStandardization;
import java.util.ArrayList;
import java.util.List;

/** Sums of strata over windows of nights, at the mix of the nights before a release. */
final class Windows {
  private final List<BeforeAfter.Night> nights;
  private final int strata;
  private final double[] baseWeights;

  Windows(List<BeforeAfter.Night> nights, int split) {
    this.nights = nights;
    this.strata = nights.get(0).strata().size();
    this.baseWeights = new double[strata];
    List<StratumMoments> base = pooled(0, split);
    for (int s = 0; s < strata; s++) {
      baseWeights[s] = base.get(s).n();
    }
  }

  /** Standardised difference of the nights from a date on and all nights before it. */
  DirectStandardization effectAt(int date, int nightsAfter) {
    List<StratumMoments> before = pooled(0, date);
    List<StratumMoments> after = pooled(date, date + nightsAfter);
    double[] effects = new double[strata];
    double[] variances = new double[strata];
    for (int s = 0; s < strata; s++) {
      StratumMoments b = before.get(s);
      StratumMoments a = after.get(s);
      effects[s] = a.n() > 0 && b.n() > 0 ? a.mean() - b.mean() : Double.NaN;
      variances[s] = a.variance() / Math.max(1, a.n()) + b.variance() / Math.max(1, b.n());
    }
    return DirectStandardization.of(baseWeights, effects, variances);
  }

  /** Standardised value of each night before a date; nights without any value are left out. */
  double[] nightlyValuesBefore(int date) {
    double[] noVariance = new double[strata];
    return nights.subList(0, date).stream()
        .map(night -> night.strata().stream().mapToDouble(Windows::meanOrNaN).toArray())
        .mapToDouble(means -> DirectStandardization.of(baseWeights, means, noVariance).value())
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static double meanOrNaN(StratumMoments moments) {
    return moments.n() > 0 ? moments.mean() : Double.NaN;
  }

  private List<StratumMoments> pooled(int from, int to) {
    List<StratumMoments> sums = new ArrayList<>();
    for (int s = 0; s < strata; s++) {
      StratumMoments sum = StratumMoments.absent();
      for (int i = from; i < to; i++) {
        sum = sum.plus(nights.get(i).strata().get(s));
      }
      sums.add(sum);
    }
    return sums;
  }
}
