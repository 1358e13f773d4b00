package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.metrics.decision.BeforeAfter;
import java.util.List;

/** The strict rule: when before and after alone are enough for a rollback. All must hold. */
final class StrictRule {
  private final RollbackPolicy policy;

  StrictRule(RollbackPolicy policy) {
    this.policy = policy;
  }

  List<Condition> conditions(
      GateEffect effect, ReleaseChange change, RouteCase route, String target) {
    return List.of(
        standardised(effect, route),
        large(effect),
        certain(effect),
        beyondPlacebos(effect),
        dated(effect, change, route),
        target(target));
  }

  private static Condition standardised(GateEffect effect, RouteCase route) {
    boolean holds = !route.strata().get(0).slice().equals(route.route());
    return new Condition(
        "same mix",
        holds,
        holds
            ? "The mix of %s is held at that of the nights before, so that other questions cannot explain it."
                .formatted(AdviceText.dimensions(route))
            : "No dimension is measured over which the mix of this route could be held fixed.");
  }

  private Condition large(GateEffect effect) {
    double times = effect.harm() / effect.material();
    return new Condition(
        "size",
        effect.harm() > 0 && times >= policy.timesMaterial(),
        "The effect of %s is × %s its material limit of %s; × %s is needed."
            .formatted(
                AdviceText.change(effect.gate(), effect.estimate().effect()),
                AdviceText.number(Math.max(0, times)),
                AdviceText.size(effect.gate(), effect.material()),
                AdviceText.number(policy.timesMaterial())));
  }

  private static Condition certain(GateEffect effect) {
    return new Condition(
        "interval",
        effect.leastHarm() > 0,
        "Its 95%% interval, from the variation between nights, is %s to %s."
            .formatted(
                AdviceText.change(effect.gate(), effect.estimate().interval().low()),
                AdviceText.change(effect.gate(), effect.estimate().interval().high())));
  }

  private Condition beyondPlacebos(GateEffect effect) {
    List<BeforeAfter.Placebo> placebos = effect.estimate().placebos();
    double largest =
        placebos.stream().mapToDouble(placebo -> Math.abs(placebo.effect())).max().orElse(0);
    return new Condition(
        "placebo dates",
        placebos.size() >= policy.minimumPlacebos() && effect.estimate().beyondEveryPlacebo(),
        "It is compared with %s dates without a release, %s are needed; the largest effect there is %s."
            .formatted(
                placebos.size(),
                policy.minimumPlacebos(),
                AdviceText.size(effect.gate(), largest)));
  }

  private Condition dated(GateEffect effect, ReleaseChange change, RouteCase route) {
    long apart =
        route.findings().stream()
            .filter(finding -> finding.verdict() == Verdict.BREACH)
            .filter(finding -> finding.measure().equals(effect.gate().measure()))
            .mapToLong(finding -> Math.abs(finding.began() - change.epochDay()))
            .min()
            .orElse(Long.MAX_VALUE);
    return new Condition(
        "date",
        apart <= policy.dating(),
        apart == Long.MAX_VALUE
            ? "No alarm on this metric dates the change."
            : "The change began %s from the release change; %s at most are allowed."
                .formatted(apart == 1 ? "one night" : apart + " nights", policy.dating()));
  }

  private static Condition target(String target) {
    return new Condition(
        "target",
        !target.isEmpty(),
        target.isEmpty()
            ? "No earlier release of this route is known to be good: kept, or %s nights without a breach."
                .formatted(ReleaseRecord.PROVEN_NIGHTS)
            : "An earlier release served this route without a breach: " + target + ".");
  }
}
