package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.jobs.recommendation.Recommendation.Effect;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import io.nightaudit.jobs.recommendation.Recommendation.Placebo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recommendation while it is written. */
final class AdviceDraft {
  private final long night;
  private final Slice route;
  private final Slice slice;
  private final String fromRelease;
  private final String toRelease;
  private final List<String> findings;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> against = new ArrayList<>();
  private final List<String> alternatives = new ArrayList<>();
  private List<Condition> conditions = List.of();
  private List<Placebo> placebos = List.of();
  private Optional<Effect> effect = Optional.empty();

  AdviceDraft(RouteCase route, String fromRelease, String toRelease, Slice slice) {
    this.night = route.night();
    this.route = route.route();
    this.slice = slice;
    this.fromRelease = fromRelease;
    this.toRelease = toRelease;
    this.findings = route.findings().stream().map(Finding::id).toList();
  }

  void effect(GateEffect of, ReleaseChange change) {
    effect =
        Optional.of(
            new Effect(
                of.gate().measure().name(),
                of.estimate().effect(),
                of.estimate().interval().low(),
                of.estimate().interval().high(),
                of.gate().isShare() ? "share" : of.gate().measure().metric().unit(),
                of.after(),
                of.before(),
                change.epochDay(),
                of.material()));
    placebos =
        of.estimate().placebos().stream()
            .map(placebo -> new Placebo(placebo.epochDay(), placebo.effect()))
            .toList();
  }

  void conditions(List<Condition> of) {
    conditions = of;
  }

  void control(AgainstControl control) {
    reasons.add(
        "Against routes whose release did not change it moved by %s (95%% interval %s to %s)."
            .formatted(
                AdviceText.change(control.gate(), control.estimate().effect()),
                AdviceText.change(control.gate(), control.estimate().interval().low()),
                AdviceText.change(control.gate(), control.estimate().interval().high())));
  }

  void reason(String reason) {
    reasons.add(reason);
  }

  Recommendation rollBack(RouteCase of, ReleaseChange change, GateEffect worst, Grade grade) {
    reasons.add(
        0,
        "%s moved by %s since %s, with the mix of %s held at that of the nights before."
            .formatted(
                worst.gate().measure().title(),
                AdviceText.change(worst.gate(), worst.estimate().effect()),
                AdviceText.day(change.epochDay()),
                AdviceText.dimensions(of)));
    against.addAll(Counterevidence.of(of, change, worst.gate()));
    alternatives.addAll(Alternatives.of(of, change, worst.gate()));
    return build(
        Action.ROLL_BACK,
        grade,
        "Roll %s back to the release before %s"
            .formatted(route.title(), AdviceText.day(change.epochDay())));
  }

  Recommendation investigate(RouteCase of, ReleaseChange change, Optional<GateEffect> worst) {
    reasons.add(
        0,
        "Since %s another release answers: %s instead of %s."
            .formatted(AdviceText.day(change.epochDay()), change.to(), change.from()));
    worst.ifPresent(this::whyNoRollback);
    worst.ifPresent(effect -> reasons.addAll(Counterevidence.strata(of, effect.gate())));
    reasons.addAll(Counterevidence.fallenSlices(of));
    return build(
        Action.INVESTIGATE, Grade.NONE, "Find out what changed in %s".formatted(route.title()));
  }

  private void whyNoRollback(GateEffect worst) {
    String moved =
        "At the mix of the nights before, %s moved by %s (95%% interval %s to %s)"
            .formatted(
                worst.gate().measure().title(),
                AdviceText.change(worst.gate(), worst.estimate().effect()),
                AdviceText.change(worst.gate(), worst.estimate().interval().low()),
                AdviceText.change(worst.gate(), worst.estimate().interval().high()));
    boolean better = worst.harm() <= 0;
    reasons.add(
        better
            ? moved + ", which is no harm: a rollback is not recommended."
            : moved + ": not enough for a rollback on before and after alone.");
  }

  Recommendation investigateBreach(RouteCase of) {
    reasons.addAll(Counterevidence.sentences(of));
    reasons.add("No release of this route changed with it, so there is none to go back to.");
    return build(
        Action.INVESTIGATE, Grade.NONE, "Find out what changed in %s".formatted(route.title()));
  }

  Recommendation hold(String reason) {
    reasons.add(reason);
    return build(Action.HOLD, Grade.NONE, "Wait with %s".formatted(route.title()));
  }

  Recommendation keep() {
    reasons.add("Nothing on this route moved beyond its limits.");
    return build(Action.KEEP, Grade.NONE, "Keep %s".formatted(route.title()));
  }

  Recommendation build(Action action, Grade grade, String title) {
    return new Recommendation(
        RouteAdvisor.id(route, slice, night),
        night,
        route,
        slice,
        action,
        fromRelease,
        action == Action.ROLL_BACK ? toRelease : "",
        grade,
        title,
        effect,
        reasons,
        conditions,
        placebos,
        against,
        alternatives,
        findings);
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
        advice.against(),
        advice.alternatives(),
        advice.findings());
  }
}
