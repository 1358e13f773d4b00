package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.metrics.decision.DifferenceInDifferences;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Evidence of grade B: the change of the route minus that of routes whose release did not change,
 * night by night.
 *
 * @param gate the metric
 * @param estimate the effect and its interval
 */
record AgainstControl(Gate gate, DifferenceInDifferences estimate) {
  private static final int LEAST_NIGHTS_BEFORE = 7;

  static Optional<AgainstControl> of(
      Gate gate, RouteCase route, ReleaseChange change, int window, double confidence) {
    SortedMap<Long, StratumMoments> treated =
        gate.moments(route.whole()).subMap(route.night() - window, route.night() + 1);
    List<Double> values = new ArrayList<>();
    List<Double> controls = new ArrayList<>();
    int split = 0;
    for (long night : treated.keySet()) {
      StratumMoments control = control(gate, route.unaffected(), night);
      if (control.n() > 0 && !route.unreliable().contains(night)) {
        values.add(treated.get(night).mean());
        controls.add(control.mean());
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

  private static StratumMoments control(Gate gate, List<JudgedSlice> unaffected, long night) {
    return unaffected.stream()
        .map(slice -> gate.moments(slice).getOrDefault(night, StratumMoments.absent()))
        .reduce(StratumMoments.absent(), StratumMoments::plus);
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
}
