package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.metrics.attribution.DirectStandardization;
import io.nightaudit.metrics.decision.DifferenceInDifferences;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Evidence of grade B: the change of the route minus that of routes that the release did not touch
 * and that have no finding of the same, night by night, both at their mix of the nights before.
 *
 * @param gate the metric
 * @param estimate the effect and its interval
 */
record AgainstControl(Gate gate, DifferenceInDifferences estimate) {
  private static final int LEAST_NIGHTS_BEFORE = 7;

  static Optional<AgainstControl> of(
      Gate gate, RouteCase route, ReleaseChange change, int window, double confidence) {
    long from = route.night() - window;
    Series treated = Series.of(gate, route.strata(), from, route.night(), change.epochDay());
    Series control =
        Series.of(gate, route.unaffected(gate.measure()), from, route.night(), change.epochDay());
    List<Double> values = new ArrayList<>();
    List<Double> controls = new ArrayList<>();
    int split = 0;
    for (long night : treated.nights()) {
      double value = treated.value(night);
      double beside = control.value(night);
      if (Double.isFinite(value - beside) && !route.unreliable().contains(night)) {
        values.add(value);
        controls.add(beside);
        split += night < change.epochDay() ? 1 : 0;
      }
    }
    return split < LEAST_NIGHTS_BEFORE || split == values.size()
        ? Optional.empty()
        : Optional.of(
            new AgainstControl(
                gate,
                DifferenceInDifferences.of(array(values), array(controls), split, confidence)));
  }

  /** A gate metric over some slices, night by night, at their mix of the nights before a change. */
  private record Series(List<SortedMap<Long, StratumMoments>> slices, double[] mix) {
    static Series of(Gate gate, List<JudgedSlice> slices, long from, long to, long change) {
      List<SortedMap<Long, StratumMoments>> moments =
          slices.stream().map(slice -> gate.moments(slice).subMap(from, to + 1)).toList();
      double[] mix =
          moments.stream()
              .mapToDouble(
                  nights ->
                      nights.headMap(change).values().stream().mapToLong(StratumMoments::n).sum())
              .toArray();
      return new Series(moments, mix);
    }

    SortedSet<Long> nights() {
      SortedSet<Long> nights = new TreeSet<>();
      slices.forEach(slice -> nights.addAll(slice.keySet()));
      return nights;
    }

    /** NaN where no slice has a value. */
    double value(long night) {
      double[] means =
          slices.stream()
              .map(slice -> slice.getOrDefault(night, StratumMoments.absent()))
              .mapToDouble(moments -> moments.n() > 0 ? moments.mean() : Double.NaN)
              .toArray();
      return DirectStandardization.of(mix, means, new double[mix.length]).value();
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The effect as harm: positive is worse. */
  double harm() {
    return gate.harmOf(estimate.effect());
  }

  /** The end of the interval with the least harm. */
  double leastHarm() {
    return Math.min(
        gate.harmOf(estimate.interval().low()), gate.harmOf(estimate.interval().high()));
  }

  String sentence() {
    return "Against routes whose release did not change and where nothing was found of it, it moved by %s (95%% interval %s to %s)."
        .formatted(
            AdviceText.change(gate, estimate.effect()),
            AdviceText.change(gate, estimate.interval().low()),
            AdviceText.change(gate, estimate.interval().high()));
  }
}
