package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.FindingId;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Advises on one route: from the strongest evidence that there is to the weakest. */
final class RouteAdvisor {
  private final Policy policy;

  RouteAdvisor(Policy policy) {
    this.policy = policy;
  }

  Recommendation advise(RouteCase route) {
    Optional<ReleaseChange> change =
        route
            .releases()
            .changes(route.night() - policy.baselineNights() + 1, route.night())
            .stream()
            .findFirst();
    Recommendation advice = change.map(c -> afterChange(route, c)).orElseGet(() -> without(route));
    return route.reliable() ? advice : onUnreliableNight(advice);
  }

  private Recommendation afterChange(RouteCase route, ReleaseChange change) {
    List<Gate> gates = Gate.of(route.whole(), route.night(), policy);
    Optional<Concurrent> concurrent =
        gates.stream()
            .flatMap(gate -> Concurrent.of(gate, route, change, policy.rollback()).stream())
            .max(Comparator.comparingDouble(c -> c.leastHarm() / limit(c.gate(), route)));
    if (concurrent.isPresent()) {
      return ConcurrentAdvice.of(draft(route, change), concurrent.get(), route);
    }
    return asks(route, change) ? answered(route, change, gates) : without(route);
  }

  /** A breach that coincides with a release, or a change that nobody announced. */
  private static boolean asks(RouteCase route, ReleaseChange change) {
    boolean caused =
        route.findings().stream()
            .anyMatch(f -> f.verdict() == Verdict.BREACH && f.cause().isRelease());
    boolean unannounced =
        change.silent() && route.findings().stream().anyMatch(f -> f.kind().equals("release"));
    return caused || unannounced;
  }

  private static double limit(Gate gate, RouteCase route) {
    var evidence = route.whole().compared().streams().get(gate.measure()).evidence();
    return Math.max(1e-12, gate.material(evidence.get(route.night()).baseline().value()));
  }

  private Recommendation answered(RouteCase route, ReleaseChange change, List<Gate> gates) {
    int window = policy.baselineNights();
    double confidence = policy.rollback().confidence();
    Optional<GateEffect> worst =
        gates.stream()
            .filter(gate -> isOpen(gate, route))
            .flatMap(gate -> GateEffect.of(gate, route, change, window, confidence).stream())
            .max(Comparator.comparingDouble(effect -> effect.harm() / effect.material()));
    AdviceDraft draft = draft(route, change);
    worst.ifPresent(effect -> draft.effect(effect, change));
    if (worst.isEmpty() || breach(route).isEmpty()) {
      return draft.investigate(route, change, worst);
    }
    List<Condition> conditions =
        new StrictRule(policy.rollback()).conditions(worst.get(), change, route);
    draft.conditions(conditions);
    Optional<AgainstControl> control =
        AgainstControl.of(worst.get().gate(), route, change, window, confidence);
    control.ifPresent(draft::control);
    boolean strict = conditions.stream().allMatch(Condition::holds);
    boolean controlled =
        control.isPresent()
            && control.get().leastHarm() > 0
            && control.get().harm() >= worst.get().material()
            && route.lastKnownGood().isPresent();
    if (strict || controlled && worst.get().leastHarm() > 0) {
      return draft.rollBack(route, change, worst.get(), controlled ? Grade.B : Grade.C);
    }
    return draft.investigate(route, change, worst);
  }

  /**
   * Only a gate metric that found something can bear a decision; without one, all are looked at.
   */
  private static boolean isOpen(Gate gate, RouteCase route) {
    boolean any = route.findings().stream().anyMatch(f -> f.verdict() == Verdict.BREACH);
    return !any || route.findings().stream().anyMatch(f -> f.measure().equals(gate.measure()));
  }

  private AdviceDraft draft(RouteCase route, ReleaseChange change) {
    return new AdviceDraft(route, change.to(), route.lastKnownGood().orElse(""), opener(route));
  }

  /** The slice of the worst finding, the smallest where several are as bad. */
  private static Slice opener(RouteCase route) {
    return route.findings().stream()
        .min(
            Comparator.comparing(Finding::verdict)
                .thenComparing(finding -> -finding.slice().dimensions().size())
                .thenComparing(Finding::slice))
        .map(Finding::slice)
        .orElse(route.route());
  }

  private Recommendation without(RouteCase route) {
    String release = route.releases().dominant(route.night()).orElse("");
    AdviceDraft draft = new AdviceDraft(route, release, "", opener(route));
    Verdict worst = worst(route);
    return switch (worst) {
      case BREACH -> draft.investigateBreach(route);
      case WARNING -> draft.hold("A warning is open: look again tomorrow.");
      default ->
          learning(route)
              ? draft.hold("Nothing can be judged yet: too few nights are known.")
              : draft.keep();
    };
  }

  private boolean learning(RouteCase route) {
    return route.whole().judgements().values().stream()
        .allMatch(
            nights ->
                !nights.containsKey(route.night())
                    || unjudged(nights.get(route.night()).verdict()));
  }

  private static boolean unjudged(Verdict verdict) {
    return verdict == Verdict.LEARNING
        || verdict == Verdict.INSUFFICIENT_DATA
        || verdict == Verdict.NOT_COMPUTED;
  }

  private static Verdict worst(RouteCase route) {
    return route.findings().stream()
        .map(Finding::verdict)
        .min(Comparator.naturalOrder())
        .orElse(Verdict.WITHIN_TOLERANCE);
  }

  private static Optional<Finding> breach(RouteCase route) {
    return route.findings().stream()
        .filter(finding -> finding.verdict() == Verdict.BREACH)
        .findFirst();
  }

  /** An incomplete archive allows no more than a look. */
  private static Recommendation onUnreliableNight(Recommendation advice) {
    return advice.action() == Action.ROLL_BACK
        ? AdviceDraft.weakened(
            advice,
            "The archive of this night is incomplete, so a rollback is not recommended on it.")
        : advice;
  }

  /** The id of the advice on a route on a night. */
  static String id(Slice route, Slice slice, long night) {
    return "R-" + FindingId.hash(route.key() + "\n" + slice.key() + "\n" + night);
  }
}
