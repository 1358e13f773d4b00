package io.nightaudit.jobs.recommendation;

import io.nightaudit.metrics.decision.RollbackDecision;
import io.nightaudit.metrics.decision.RollbackEvidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of grade A, and what the rule says to it: two releases that served the same nights.
 *
 * <p>An interval that holds on every night at once excludes for good what it excluded once: a
 * release that was kept stays so, unless harm becomes certain, and no time runs out for it.
 *
 * @param contest the releases
 * @param gates the gate metrics that decide
 * @param sparse gate metrics with too few values to decide by
 * @param kept whether earlier nights decided to keep the later release
 * @param evidence what the rule was given
 * @param decision what it decided
 */
record Concurrent(
    Contest contest,
    List<GateContrast> gates,
    List<GateContrast> sparse,
    boolean kept,
    RollbackEvidence evidence,
    RollbackDecision decision) {
  Concurrent {
    gates = List.copyOf(gates);
    sparse = List.copyOf(sparse);
  }

  /** Whether there is enough to decide by: a hard limit that is exceeded always is. */
  boolean isEnough() {
    return decision.reasons().stream().noneMatch(Concurrent::isLack);
  }

  /** Whether it stays undecided, as the releases no longer serve together. */
  boolean isPast(RouteCase route) {
    return decision.action() == RollbackDecision.Action.HOLD
        && !kept
        && !contest.isLive(route.releases(), route.night());
  }

  private static boolean isLack(RollbackDecision.Reason reason) {
    return switch (reason.kind()) {
      case TOO_FEW_NIGHTS, TOO_FEW_ROWS, NO_GATE, NO_EVIDENCE -> true;
      case ARMS_NOT_COMPARABLE,
          GUARDRAIL_EXCEEDED,
          HARM_IS_CERTAIN,
          LOSS_ABOVE_ROLLBACK_COST,
          LOSS_WITHIN_ROLLBACK_COST,
          WITHIN_MARGIN,
          MARGIN_NOT_EXCLUDED,
          OUT_OF_TIME ->
          false;
    };
  }

  /** The gate with most harm that is certain, in material limits. */
  Optional<GateContrast> worst() {
    return gates.stream().max(Comparator.comparingDouble(GateContrast::leastHarm));
  }
}
