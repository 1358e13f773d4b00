package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.decision.HarmDirection;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric that a rollback may rest on.
 *
 * @param measure the metric
 * @param harm its direction of harm, never NEITHER
 * @param tolerance its line of policy
 * @param share whether its values are shares
 */
record Gate(Measure measure, Harm harm, MetricPolicy tolerance, boolean share) {
  /** The gate metrics that a route has values of on a night. */
  static List<Gate> of(JudgedSlice route, long night, Policy policy) {
    return route.compared().streams().values().stream()
        .filter(stream -> stream.evidence().containsKey(night))
        .map(stream -> of(stream, night, policy))
        .filter(gate -> gate.tolerance().gate() && gate.harm() != Harm.NEITHER)
        .toList();
  }

  private static Gate of(ComparedStream stream, long night, Policy policy) {
    Measure measure = stream.measure();
    MetricPolicy tolerance = policy.of(measure);
    boolean share = stream.evidence().get(night).numerator() >= 0;
    return new Gate(measure, tolerance.harm(), tolerance, share);
  }

  /** Whether its values are shares: a score of yes and no is one. */
  boolean isShare() {
    return share;
  }

  /** A change as harm: positive is worse. */
  double harmOf(double change) {
    return harm == Harm.INCREASE ? change : -change;
  }

  HarmDirection direction() {
    return harm == Harm.INCREASE ? HarmDirection.INCREASE : HarmDirection.DECREASE;
  }

  /** The material limit in the unit of the metric. */
  double material(double baseline) {
    return tolerance.relative() ? tolerance.material() * Math.abs(baseline) : tolerance.material();
  }

  /** The moments of the metric in a slice, night by night. */
  SortedMap<Long, StratumMoments> moments(JudgedSlice slice) {
    ComparedStream stream = slice.compared().streams().get(measure);
    return stream == null ? new TreeMap<>() : stream.moments();
  }
}
