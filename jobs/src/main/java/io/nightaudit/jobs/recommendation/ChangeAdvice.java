package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The advice after a release change that no other release served beside: against routes that it did
 * not touch, or before against after by the strict rule.
 */
final class ChangeAdvice {
  private final RouteCase route;
  private final Policy policy;
  private final ReleaseChange change;
  private final AdviceDraft draft;

  ChangeAdvice(RouteCase route, Policy policy, ReleaseChange change, AdviceDraft draft) {
    this.route = route;
    this.policy = policy;
    this.change = change;
    this.draft = draft;
  }

  /** A breach that coincides with a release, or a change that nobody announced. */
  static boolean asks(RouteCase route, ReleaseChange change) {
    boolean caused = route.findings().stream().anyMatch(f -> isBreach(f) && f.cause().isRelease());
    boolean unannounced =
        change.silent() && route.findings().stream().anyMatch(f -> f.kind().equals("release"));
    return caused || unannounced;
  }

  /** A breach that other questions do not explain. */
  private static boolean isBreach(Finding finding) {
    return finding.verdict() == Verdict.BREACH && finding.cause() != Cause.INPUT_MIX;
  }

  Recommendation of(List<Gate> gates) {
    Optional<GateEffect> worst = worst(gates);
    worst.ifPresent(this::measured);
    return worst.isPresent() && route.findings().stream().anyMatch(ChangeAdvice::isBreach)
        ? decided(worst.get())
        : investigate(worst);
  }

  private Optional<GateEffect> worst(List<Gate> gates) {
    return gates.stream()
        .filter(this::isOpen)
        .flatMap(gate -> effect(gate).stream())
        .max(Comparator.comparingDouble(effect -> effect.harm() / effect.material()));
  }

  private Optional<GateEffect> effect(Gate gate) {
    double confidence = policy.rollback().confidence();
    return GateEffect.of(gate, route, change, policy.baselineNights(), confidence);
  }

  /**
   * Only a gate metric that found something can bear a decision; without one, all are looked at.
   */
  private boolean isOpen(Gate gate) {
    List<Finding> breaches = route.findings().stream().filter(ChangeAdvice::isBreach).toList();
    return breaches.isEmpty()
        || route.findings().stream()
            .filter(finding -> finding.cause() != Cause.INPUT_MIX)
            .anyMatch(finding -> finding.measure().equals(gate.measure()));
  }

  private void measured(GateEffect worst) {
    draft.effect(worst.effect(change));
    draft.placebos(worst);
    worst.loss(policy.rollback()).ifPresent(draft::loss);
  }

  private Recommendation decided(GateEffect worst) {
    List<Condition> conditions =
        new StrictRule(policy.rollback()).conditions(worst, change, route, draft.target());
    draft.conditions(conditions);
    Optional<AgainstControl> control =
        AgainstControl.of(
            worst.gate(), route, change, policy.baselineNights(), policy.rollback().confidence());
    // What routes without a change went through as well is not the release's doing.
    boolean shared = control.isPresent() && control.get().harm() < worst.material();
    boolean strict = !shared && conditions.stream().allMatch(Condition::holds);
    boolean controlled =
        control.isPresent()
            && control.get().leastHarm() > 0
            && control.get().harm() >= worst.material()
            && worst.leastHarm() > 0
            && !draft.target().isEmpty();
    if (!strict && !controlled) {
      control.map(AgainstControl::sentence).ifPresent(draft::reason);
      return investigate(Optional.of(worst));
    }
    draft.grade(controlled ? Grade.B : Grade.C);
    draft.reason(
        "%s moved by %s since %s, with the mix of %s held at that of the nights before."
            .formatted(
                worst.gate().measure().title(),
                AdviceText.change(worst.gate(), worst.estimate().effect()),
                AdviceText.day(change.epochDay()),
                AdviceText.dimensions(route)));
    control.map(AgainstControl::sentence).ifPresent(draft::reason);
    draft.weigh(
        route, policy, new Move(change.to(), draft.target(), change.epochDay(), worst.gate()));
    return draft.build(Action.ROLL_BACK);
  }

  private Recommendation investigate(Optional<GateEffect> worst) {
    draft.reason(AdviceDraft.since(change));
    worst.ifPresent(effect -> draft.reason(whyNoRollback(effect)));
    worst.ifPresent(effect -> draft.reasons(RouteMoves.strata(route, effect.gate())));
    draft.reasons(RouteMoves.fallenSlices(route));
    return draft.build(Action.INVESTIGATE);
  }

  private static String whyNoRollback(GateEffect worst) {
    String moved =
        "At the mix of the nights before, %s moved by %s (95%% interval %s to %s)"
            .formatted(
                worst.gate().measure().title(),
                AdviceText.change(worst.gate(), worst.estimate().effect()),
                AdviceText.change(worst.gate(), worst.estimate().interval().low()),
                AdviceText.change(worst.gate(), worst.estimate().interval().high()));
    return worst.harm() <= 0
        ? moved + ", which is no harm: a rollback is not recommended."
        : moved + ": not enough for a rollback on before and after alone.";
  }
}
