package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.Rule;
import io.nightaudit.metrics.decision.RateSequence;
import io.nightaudit.metrics.decision.RollbackEvidence;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The hard limits of the policy on guardrail shares, for a release that served beside another. A
 * limit that the earlier release is above too is left out: going back would not mend it.
 */
final class GuardrailLimits {
  /** The weight of a limit before any night: half an event, with as many others as it allows. */
  private static final double PRIOR_EVENTS = 0.5;

  private final Policy policy;
  private final RouteCase route;
  private final Arms arms;

  GuardrailLimits(Policy policy, RouteCase route, Arms arms) {
    this.policy = policy;
    this.route = route;
    this.arms = arms;
  }

  List<RollbackEvidence.Guardrail> of(Contest contest) {
    return policy.rules().values().stream()
        .filter(this::concerns)
        .filter(rule -> rate(rule, contest, contest.earlier()).mean() <= rule.limit())
        .map(rule -> guardrail(rule, contest))
        .toList();
  }

  private boolean concerns(Rule rule) {
    if (rule.kind() != Rule.Kind.ABOVE || rule.limit() <= 0 || rule.limit() >= 1) {
      return false;
    }
    List<String> level = List.copyOf(new TreeSet<>(rule.level()));
    boolean wide = level.isEmpty() || level.equals(route.route().level());
    return wide
        && route.whole().compared().streams().keySet().stream()
            .anyMatch(measure -> isShareOfGuardrails(measure, rule));
  }

  private boolean isShareOfGuardrails(Measure measure, Rule rule) {
    var evidence = route.whole().compared().streams().get(measure).evidence().get(route.night());
    return measure.metric().family() == Family.GUARDRAIL
        && rule.metric().equals(measure.name())
        && evidence != null
        && evidence.numerator() >= 0;
  }

  private RollbackEvidence.Guardrail guardrail(Rule rule, Contest contest) {
    StratumMoments later = rate(rule, contest, contest.later());
    double others = PRIOR_EVENTS * (1 - rule.limit()) / rule.limit();
    RateSequence rate =
        RateSequence.of(PRIOR_EVENTS, others).with(Math.round(later.mean() * later.n()), later.n());
    return new RollbackEvidence.Guardrail(rule.metric(), rate, rule.limit());
  }

  private StratumMoments rate(Rule rule, Contest contest, String release) {
    Measure measure = Measure.parse(rule.metric());
    StratumMoments sum = StratumMoments.absent();
    for (JudgedSlice stratum : route.strata()) {
      SortedMap<Long, StratumMoments> nights = arms.stratum(measure, stratum.slice(), release);
      for (long night : contest.nights()) {
        sum = sum.plus(nights.getOrDefault(night, StratumMoments.absent()));
      }
    }
    return sum;
  }
}
