package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.metrics.attribution.DirectStandardization;
import io.nightaudit.metrics.decision.ConfidenceSequence;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of grade A: two releases that served the same nights, compared night by night at the mix
 * of the earlier one, so that what both had in common cancels.
 *
 * @param gate the metric
 * @param nights nights that both served
 * @param fromRows values of the new release
 * @param toRows values of the earlier release
 * @param mean new minus earlier, in the unit
 * @param interval valid at every night at once
 */
record Concurrent(
    Gate gate, int nights, long fromRows, long toRows, double mean, Interval interval) {
  private static final int NIGHT_OF_INTEREST = 5;

  /** The contrast of a change's releases; empty where they served too few nights or rows. */
  static Optional<Concurrent> of(
      Gate gate, RouteCase route, ReleaseChange change, RollbackPolicy policy) {
    ConfidenceSequence sequence = null;
    int nights = 0;
    long newRows = 0;
    long oldRows = 0;
    for (long night = change.epochDay(); night <= route.night(); night++) {
      List<Pair> pairs = pairs(gate, route, change, night);
      Optional<DirectStandardization> contrast = contrast(pairs);
      if (contrast.isEmpty() || route.unreliable().contains(night)) {
        continue;
      }
      nights++;
      newRows += pairs.stream().mapToLong(pair -> pair.now().n()).sum();
      oldRows += pairs.stream().mapToLong(pair -> pair.earlier().n()).sum();
      double variance = contrast.get().variance();
      sequence =
          (sequence == null ? start(policy, variance) : sequence)
              .with(contrast.get().value(), variance);
    }
    boolean enough =
        nights >= policy.minimumConcurrentNights()
            && Math.min(newRows, oldRows) >= policy.minimumConcurrentRows();
    return enough
        ? Optional.of(
            new Concurrent(gate, nights, newRows, oldRows, sequence.mean(), sequence.interval()))
        : Optional.empty();
  }

  private static ConfidenceSequence start(RollbackPolicy policy, double variance) {
    return ConfidenceSequence.of(2 * (1 - policy.confidence()), variance, NIGHT_OF_INTEREST);
  }

  private record Pair(StratumMoments now, StratumMoments earlier) {}

  private static List<Pair> pairs(Gate gate, RouteCase route, ReleaseChange change, long night) {
    List<Pair> pairs = new ArrayList<>();
    for (JudgedSlice stratum : route.strata()) {
      StratumMoments now = moments(gate, route, stratum.slice(), change.to(), night);
      StratumMoments earlier = moments(gate, route, stratum.slice(), change.from(), night);
      if (now.n() > 1 && earlier.n() > 1) {
        pairs.add(new Pair(now, earlier));
      }
    }
    return pairs;
  }

  private static StratumMoments moments(
      Gate gate, RouteCase route, Slice stratum, String release, long night) {
    Slice arm = stratum.with(Level.RELEASE, release);
    return route.strataByRelease().stream()
        .filter(slice -> slice.slice().equals(arm))
        .findFirst()
        .map(slice -> gate.moments(slice).get(night))
        .orElse(StratumMoments.absent());
  }

  private static Optional<DirectStandardization> contrast(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    DirectStandardization contrast =
        DirectStandardization.of(
            pairs.stream().mapToDouble(pair -> pair.earlier().n()).toArray(),
            pairs.stream().mapToDouble(p -> p.now().mean() - p.earlier().mean()).toArray(),
            pairs.stream().mapToDouble(p -> error(p.now()) + error(p.earlier())).toArray());
    return contrast.variance() > 0 ? Optional.of(contrast) : Optional.empty();
  }

  private static double error(StratumMoments moments) {
    return moments.variance() / moments.n();
  }

  /** The end of the interval with the least harm. */
  double leastHarm() {
    return Math.min(gate.harmOf(interval.low()), gate.harmOf(interval.high()));
  }

  /** The end of the interval with the most harm. */
  double mostHarm() {
    return Math.max(gate.harmOf(interval.low()), gate.harmOf(interval.high()));
  }
}
