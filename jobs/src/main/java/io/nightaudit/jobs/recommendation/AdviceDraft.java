package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.jobs.recommendation.Recommendation.Decision;
import io.nightaudit.jobs.recommendation.Recommendation.Effect;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import io.nightaudit.jobs.recommendation.Recommendation.Loss;
import io.nightaudit.jobs.recommendation.Recommendation.Placebo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recommendation while it is written. */
final class AdviceDraft {
  private final RouteCase routeCase;
  private final long night;
  private final Slice route;
  private final Slice slice;
  private final String fromRelease;
  private final String toRelease;
  private final List<String> findings;
  private final List<String> reasons = new ArrayList<>();
  private final List<Objection> objections = new ArrayList<>();
  private final List<String> alternatives = new ArrayList<>();
  private List<Condition> conditions = List.of();
  private List<Placebo> placebos = List.of();
  private Grade grade = Grade.NONE;
  private Optional<Effect> effect = Optional.empty();
  private Optional<Loss> loss = Optional.empty();
  private Optional<Decision> decision = Optional.empty();

  AdviceDraft(RouteCase route, String fromRelease, String toRelease, Slice slice) {
    this.routeCase = route;
    this.night = route.night();
    this.route = route.route();
    this.slice = slice;
    this.fromRelease = fromRelease;
    this.toRelease = toRelease;
    this.findings = route.findings().stream().map(Finding::id).toList();
  }

  /** The release to go back to; empty where there is none. */
  String target() {
    return toRelease;
  }

  void grade(Grade of) {
    grade = of;
  }

  void effect(Effect of) {
    effect = Optional.of(of);
  }

  void placebos(GateEffect of) {
    placebos =
        of.estimate().placebos().stream()
            .map(placebo -> new Placebo(placebo.epochDay(), placebo.effect()))
            .toList();
  }

  void loss(Loss of) {
    loss = Optional.of(of);
  }

  void decision(Decision of) {
    decision = Optional.of(of);
  }

  void conditions(List<Condition> of) {
    conditions = of;
  }

  void reason(String reason) {
    reasons.add(reason);
  }

  void reasons(List<String> more) {
    reasons.addAll(more);
  }

  /** Adds what speaks against a rollback and what can be done instead. */
  void weigh(RouteCase of, Policy policy, Move move) {
    objections.addAll(new Counterevidence(of, policy, move).objections());
    alternatives.addAll(new Alternatives(of, move, loss).list());
  }

  Recommendation build(Action action) {
    return new Recommendation(
        RecommendationId.of(
            routeCase, action, fromRelease, action == Action.ROLL_BACK ? toRelease : ""),
        night,
        route,
        slice,
        action,
        fromRelease,
        action == Action.ROLL_BACK ? toRelease : "",
        grade,
        title(action),
        effect,
        reasons,
        conditions,
        placebos,
        objections,
        alternatives,
        findings,
        loss,
        decision,
        "");
  }

  private String title(Action action) {
    return switch (action) {
      case ROLL_BACK ->
          grade == Grade.A
              ? "Roll %s back to %s".formatted(route.title(), toRelease)
              : "Roll %s back to the release before %s"
                  .formatted(
                      route.title(), AdviceText.day(effect.map(Effect::since).orElse(night)));
      case INVESTIGATE -> "Find out what changed in %s".formatted(route.title());
      case HOLD -> "Wait with %s".formatted(route.title());
      case KEEP -> "Keep %s".formatted(route.title());
    };
  }

  /** The same advice, no stronger than a look. */
  static Recommendation weakened(Recommendation advice, String reason) {
    List<String> reasons = new ArrayList<>(List.of(reason));
    reasons.addAll(advice.reasons());
    return new Recommendation(
        advice.id(),
        advice.epochDay(),
        advice.route(),
        advice.slice(),
        Action.INVESTIGATE,
        advice.fromRelease(),
        "",
        advice.grade(),
        "Find out what changed in %s".formatted(advice.route().title()),
        advice.effect(),
        reasons,
        advice.conditions(),
        advice.placebos(),
        advice.objections(),
        advice.alternatives(),
        advice.findings(),
        advice.loss(),
        advice.decision(),
        "");
  }

  /** The sentences of a change of release, before and after. */
  static String since(ReleaseChange change) {
    return "Since %s another release answers: %s instead of %s."
        .formatted(AdviceText.day(change.epochDay()), change.to(), change.from());
  }
}
