package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.metrics.decision.AlphaSplit;
import io.nightaudit.metrics.decision.RollbackDecision;
import io.nightaudit.metrics.decision.RollbackEvidence;
import io.nightaudit.metrics.decision.RollbackRule;
import io.nightaudit.metrics.decision.RollbackTerms;
import io.nightaudit.metrics.decision.SampleRatio;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  /** Gate metrics that share the probability of a false alarm; the others inform. */
  static final int MOST_GATES = 5;

  Concurrent {
    gates = List.copyOf(gates);
    sparse = List.copyOf(sparse);
  }

  /** The case of the release that should be dealt with first; empty where none shared a night. */
  static Optional<Concurrent> of(RouteCase route, List<Gate> all, Policy policy) {
    List<Contest> contests = Contest.of(route, policy.baselineNights());
    Arms arms = new Arms(route);
    List<Gate> gates = heaviest(all);
    return contests.stream()
        .map(contest -> of(contest, route, gates, arms, policy, contests.size()))
        .max(
            Comparator.comparing(Concurrent::isEnough)
                .thenComparing(each -> each.decision().action())
                .thenComparing(each -> each.contest().first())
                .thenComparing(each -> each.contest().later()));
  }

  private static List<Gate> heaviest(List<Gate> gates) {
    return gates.stream()
        .sorted(
            Comparator.comparingDouble((Gate gate) -> -gate.tolerance().weight())
                .thenComparing(Gate::measure))
        .limit(MOST_GATES)
        .toList();
  }

  /** Several releases that are judged in one night share the probability of a false alarm too. */
  private static Concurrent of(
      Contest contest, RouteCase route, List<Gate> gates, Arms arms, Policy policy, int contests) {
    RollbackPolicy rollback = policy.rollback();
    double alpha = (1 - rollback.confidence()) / contests;
    List<GateContrast> contrasts =
        gates.stream()
            .flatMap(
                gate -> GateContrast.of(gate, arms, contest, 2 * alpha / gates.size()).stream())
            .toList();
    List<GateContrast> enough =
        contrasts.stream().filter(c -> c.rows() >= rollback.minimumConcurrentRows()).toList();
    List<GateContrast> sparse =
        contrasts.stream().filter(c -> c.rows() < rollback.minimumConcurrentRows()).toList();
    List<GateContrast> deciding = enough.isEmpty() ? contrasts : enough;
    RollbackEvidence evidence =
        evidence(
            deciding,
            new GuardrailLimits(policy, route, arms).of(contest),
            sampleRatio(contest, route, rollback.shares()));
    boolean kept = route.known(contest.later()).map(ReleaseRecord::kept).orElse(false);
    RollbackDecision decision = RollbackRule.decide(evidence, terms(policy, alpha, kept));
    return new Concurrent(
        contest, deciding, enough.isEmpty() ? List.of() : sparse, kept, evidence, decision);
  }

  private static RollbackEvidence evidence(
      List<GateContrast> gates, List<RollbackEvidence.Guardrail> guardrails, double sampleRatio) {
    return new RollbackEvidence(
        gates.stream().map(GateContrast::evidence).toList(),
        guardrails,
        gates.stream().mapToInt(GateContrast::nights).max().orElse(0),
        gates.stream().mapToLong(GateContrast::laterRows).max().orElse(0),
        gates.stream().mapToLong(GateContrast::earlierRows).max().orElse(0),
        sampleRatio);
  }

  private static double sampleRatio(Contest contest, RouteCase route, Map<String, Double> shares) {
    Double later = shares.get(contest.later());
    Double earlier = shares.get(contest.earlier());
    return later == null || earlier == null
        ? Double.NaN
        : SampleRatio.pValue(contest.interactions(route.releases()), new double[] {later, earlier});
  }

  private static RollbackTerms terms(Policy policy, double alpha, boolean kept) {
    RollbackPolicy rollback = policy.rollback();
    int least = rollback.minimumConcurrentNights();
    return new RollbackTerms(
        alpha,
        AlphaSplit.HOLM,
        rollback.horizonDays(),
        rollback.rollbackCost(),
        least,
        rollback.minimumConcurrentRows(),
        kept
            ? Integer.MAX_VALUE
            : Math.max(least, Math.min(rollback.mostNights(), policy.baselineNights())),
        rollback.leastSampleRatio());
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
