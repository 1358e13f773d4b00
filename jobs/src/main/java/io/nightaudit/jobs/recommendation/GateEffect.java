package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.metrics.decision.BeforeAfter;
import io.nightaudit.metrics.decision.ExpectedLoss;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a release change did to one gate metric, before against after, at the mix of the nights
 * before.
 *
 * @param gate the metric
 * @param estimate the effect, its interval and the placebo dates
 * @param before values before
 * @param after values after
 * @param material the material limit, in the unit
 */
record GateEffect(Gate gate, BeforeAfter estimate, long before, long after, double material) {
  static final int LEAST_NIGHTS_BEFORE = 3;

  /** The effect of a change as far as a night knows it; empty where there is too little before. */
  static Optional<GateEffect> of(
      Gate gate, RouteCase route, ReleaseChange change, int window, double confidence) {
    return between(
        gate, route.strata(), nights(gate, route, window), change.epochDay(), confidence);
  }

  /** The effect of what happened on a night, from some nights before it and from it on. */
  static Optional<GateEffect> between(
      Gate gate, List<JudgedSlice> slices, List<Long> nights, long since, double confidence) {
    int split = (int) nights.stream().filter(night -> night < since).count();
    int after = nights.size() - split;
    if (split < LEAST_NIGHTS_BEFORE || after < 1) {
      return Optional.empty();
    }
    List<BeforeAfter.Night> strata =
        nights.stream().map(night -> strata(gate, slices, night)).toList();
    BeforeAfter estimate = BeforeAfter.of(strata, split, after, confidence);
    StratumMoments before = pooled(strata.subList(0, split));
    return Double.isNaN(estimate.effect())
        ? Optional.empty()
        : Optional.of(
            new GateEffect(
                gate,
                estimate,
                before.n(),
                pooled(strata.subList(split, nights.size())).n(),
                gate.material(before.mean())));
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

  /** The end of the interval with the most harm. */
  double mostHarm() {
    return Math.max(
        gate.harmOf(estimate.interval().low()), gate.harmOf(estimate.interval().high()));
  }

  /** The effect as a recommendation has it. */
  Recommendation.Effect effect(ReleaseChange change) {
    return effect(change.epochDay());
  }

  /** The effect since a night. */
  Recommendation.Effect effect(long since) {
    return new Recommendation.Effect(
        gate.measure().name(),
        estimate.effect(),
        estimate.interval().low(),
        estimate.interval().high(),
        gate.isShare() ? "share" : gate.measure().metric().unit(),
        after,
        before,
        since,
        material);
  }

  /**
   * What keeping the release is expected to cost, the effect taken as one estimate whose error its
   * interval tells; empty where the interval or the material limit says nothing.
   */
  Optional<Recommendation.Loss> loss(RollbackPolicy policy) {
    double width = estimate.interval().width();
    if (!(width > 0 && width < Double.POSITIVE_INFINITY && material > 0)) {
      return Optional.empty();
    }
    double keep =
        ExpectedLoss.of(estimate.interval(), material * material, gate.direction())
            .ofKeeping(1 / material, policy.horizonDays());
    return Optional.of(new Recommendation.Loss(keep, policy.rollbackCost(), policy.horizonDays()));
  }

  private static List<Long> nights(Gate gate, RouteCase route, int window) {
    SortedSet<Long> nights = new TreeSet<>();
    for (JudgedSlice stratum : route.strata()) {
      nights.addAll(
          gate.moments(stratum).subMap(route.night() - window, route.night() + 1).keySet());
    }
    nights.removeAll(route.unreliable());
    return List.copyOf(nights);
  }

  private static BeforeAfter.Night strata(Gate gate, List<JudgedSlice> strata, long night) {
    List<StratumMoments> moments = new ArrayList<>();
    for (JudgedSlice stratum : strata) {
      moments.add(gate.moments(stratum).getOrDefault(night, StratumMoments.absent()));
    }
    return new BeforeAfter.Night(Math.toIntExact(night), moments);
  }

  private static StratumMoments pooled(List<BeforeAfter.Night> nights) {
    return nights.stream()
        .flatMap(night -> night.strata().stream())
        .reduce(StratumMoments.absent(), StratumMoments::plus);
  }
}
