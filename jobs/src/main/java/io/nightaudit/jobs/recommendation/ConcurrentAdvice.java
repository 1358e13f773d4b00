package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Decision;
import io.nightaudit.jobs.recommendation.Recommendation.GateLine;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import io.nightaudit.jobs.recommendation.Recommendation.Loss;
import io.nightaudit.metrics.decision.RollbackDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The advice that two releases in the same nights lead to: roll back, keep, wait, or look. */
final class ConcurrentAdvice {
  private final RouteCase route;
  private final Policy policy;
  private final Concurrent concurrent;
  private final AdviceDraft draft;

  ConcurrentAdvice(RouteCase route, Policy policy, Concurrent concurrent, AdviceDraft draft) {
    this.route = route;
    this.policy = policy;
    this.concurrent = concurrent;
    this.draft = draft;
  }

  /**
   * The advice. A release that is as good as the one beside it ends no breach, and a warning does
   * not undo what two releases in the same nights say.
   */
  Recommendation of() {
    draft.grade(Grade.A);
    concurrent.worst().ifPresent(this::measured);
    concurrent.gates().forEach(gate -> draft.reason(contrast(gate)));
    new DecisionText(concurrent.gates(), policy.rollback())
        .of(concurrent.decision())
        .forEach(draft::reason);
    concurrent.sparse().forEach(gate -> draft.reason(sparse(gate)));
    Action action = action();
    if (action == Action.KEEP && concurrent.decision().action() != RollbackDecision.Action.KEEP) {
      draft.reason(
          "On an earlier night the same interval excluded such a harm, and it holds on every night: it stays kept.");
    }
    if (action == Action.ROLL_BACK) {
      return rollBack();
    }
    List<String> breaches = RouteMoves.breaches(route);
    return breaches.isEmpty() ? draft.build(action) : unexplained(action, breaches);
  }

  private Recommendation unexplained(Action action, List<String> breaches) {
    draft.reason(
        action == Action.KEEP
            ? "%s does no worse than %s beside it, so it does not explain what is open on this route:"
                .formatted(concurrent.contest().later(), concurrent.contest().earlier())
            : "Open on this route meanwhile:");
    draft.reasons(breaches);
    return draft.build(Action.INVESTIGATE);
  }

  private Action action() {
    return switch (concurrent.decision().action()) {
      case ROLL_BACK -> Action.ROLL_BACK;
      case HOLD -> concurrent.kept() && concurrent.isEnough() ? Action.KEEP : Action.HOLD;
      case KEEP -> concurrent.sparse().isEmpty() || isOutOfTime() ? Action.KEEP : Action.HOLD;
    };
  }

  private boolean isOutOfTime() {
    return concurrent.decision().reasons().stream()
        .anyMatch(reason -> reason.kind() == RollbackDecision.Kind.OUT_OF_TIME);
  }

  private Recommendation rollBack() {
    if (draft.target().isEmpty()) {
      draft.reason(
          "No earlier release of this route is known to be good, so there is none to go back to.");
      return draft.build(Action.INVESTIGATE);
    }
    Optional<Gate> gate = concurrent.worst().map(GateContrast::gate);
    gate.ifPresent(
        worst -> {
          Contest contest = concurrent.contest();
          Move move = new Move(contest.later(), draft.target(), contest.first(), worst);
          draft.weigh(route, policy, move);
        });
    return draft.build(Action.ROLL_BACK);
  }

  private void measured(GateContrast worst) {
    draft.effect(
        new Recommendation.Effect(
            worst.gate().measure().name(),
            worst.sequence().mean(),
            worst.sequence().interval().low(),
            worst.sequence().interval().high(),
            worst.gate().isShare() ? "share" : worst.gate().measure().metric().unit(),
            worst.laterRows(),
            worst.earlierRows(),
            concurrent.contest().first(),
            worst.material()));
    int days = policy.rollback().horizonDays();
    List<GateLine> lines = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (GateContrast gate : concurrent.gates()) {
      double loss = gate.lossOfKeeping(days);
      most = Math.max(most, loss);
      lines.add(line(gate, loss));
    }
    draft.loss(new Loss(most, policy.rollback().rollbackCost(), days));
    draft.decision(
        new Decision(
            concurrent.contest().later(),
            concurrent.contest().earlier(),
            concurrent.evidence().nights(),
            concurrent.evidence().releaseRows(),
            concurrent.evidence().baselineRows(),
            concurrent.evidence().sampleRatio(),
            lines));
  }

  private static GateLine line(GateContrast gate, double loss) {
    return new GateLine(
        gate.gate().measure().name(),
        gate.sequence().mean(),
        gate.sequence().interval().low(),
        gate.sequence().interval().high(),
        gate.gate().isShare() ? "share" : gate.gate().measure().metric().unit(),
        gate.material(),
        loss);
  }

  private String contrast(GateContrast gate) {
    return "%s: %s for %s against %s on %s that both served, at the mix of the earlier one (valid on every night: %s to %s; %s and %s values)."
        .formatted(
            gate.gate().measure().title(),
            AdviceText.change(gate.gate(), gate.sequence().mean()),
            concurrent.contest().later(),
            concurrent.contest().earlier(),
            gate.nights() == 1 ? "one night" : gate.nights() + " nights",
            AdviceText.change(gate.gate(), gate.sequence().interval().low()),
            AdviceText.change(gate.gate(), gate.sequence().interval().high()),
            Digits.whole(gate.laterRows()),
            Digits.whole(gate.earlierRows()));
  }

  private String sparse(GateContrast gate) {
    return "%s has %s values on the smaller side, %s are needed: it is not decided by."
        .formatted(
            gate.gate().measure().title(),
            Digits.whole(gate.rows()),
            Digits.whole(policy.rollback().minimumConcurrentRows()));
  }
}
