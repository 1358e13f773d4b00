package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.metrics.decision.AlphaSplit;
import io.nightaudit.metrics.decision.RollbackEvidence;
import io.nightaudit.metrics.decision.RollbackRule;
import io.nightaudit.metrics.decision.RollbackTerms;
import io.nightaudit.metrics.decision.SampleRatio;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides about every release of a route that served the same nights as an earlier one. */
final class Contests {
  /** Gate metrics that share the probability of a false alarm; the others inform. */
  private static final int MOST_GATES = 5;

  private final RouteCase route;
  private final Policy policy;
  private final RollbackPolicy rollback;
  private final Arms arms;
  private final List<Gate> gates;
  private final List<Contest> contests;

  Contests(RouteCase route, List<Gate> gates, Policy policy) {
    this.route = route;
    this.policy = policy;
    this.rollback = policy.rollback();
    this.arms = new Arms(route);
    this.gates = heaviest(gates);
    this.contests = Contest.of(route, policy.baselineNights());
  }

  private static List<Gate> heaviest(List<Gate> gates) {
    return gates.stream()
        .sorted(
            Comparator.comparingDouble((Gate gate) -> -gate.tolerance().weight())
                .thenComparing(Gate::measure))
        .limit(MOST_GATES)
        .toList();
  }

  /** The case of the release that should be dealt with first; empty where none shared a night. */
  Optional<Concurrent> first() {
    return contests.stream()
        .map(this::decided)
        .max(
            Comparator.comparing(Concurrent::isEnough)
                .thenComparing(each -> each.decision().action())
                .thenComparing(each -> each.contest().first())
                .thenComparing(each -> each.contest().later()));
  }

  /** Several releases that are judged in one night share the probability of a false alarm too. */
  private double alpha() {
    return (1 - rollback.confidence()) / contests.size();
  }

  private Concurrent decided(Contest contest) {
    List<GateContrast> contrasts =
        gates.stream().flatMap(gate -> contrast(gate, contest).stream()).toList();
    List<GateContrast> enough = contrasts.stream().filter(c -> !isSparse(c)).toList();
    List<GateContrast> deciding = enough.isEmpty() ? contrasts : enough;
    List<GateContrast> sparse =
        enough.isEmpty() ? List.of() : contrasts.stream().filter(this::isSparse).toList();
    boolean kept = route.known(contest.later()).map(ReleaseRecord::kept).orElse(false);
    RollbackEvidence evidence = evidence(contest, deciding);
    return new Concurrent(
        contest, deciding, sparse, kept, evidence, RollbackRule.decide(evidence, terms(kept)));
  }

  private Optional<GateContrast> contrast(Gate gate, Contest contest) {
    return GateContrast.of(gate, arms, contest, 2 * alpha() / gates.size());
  }

  private boolean isSparse(GateContrast contrast) {
    return contrast.rows() < rollback.minimumConcurrentRows();
  }

  private RollbackEvidence evidence(Contest contest, List<GateContrast> deciding) {
    return new RollbackEvidence(
        deciding.stream().map(GateContrast::evidence).toList(),
        new GuardrailLimits(policy, route, arms).of(contest),
        deciding.stream().mapToInt(GateContrast::nights).max().orElse(0),
        deciding.stream().mapToLong(GateContrast::laterRows).max().orElse(0),
        deciding.stream().mapToLong(GateContrast::earlierRows).max().orElse(0),
        sampleRatio(contest));
  }

  private double sampleRatio(Contest contest) {
    Double later = rollback.shares().get(contest.later());
    Double earlier = rollback.shares().get(contest.earlier());
    return later == null || earlier == null
        ? Double.NaN
        : SampleRatio.pValue(contest.interactions(route.releases()), new double[] {later, earlier});
  }

  private RollbackTerms terms(boolean kept) {
    int least = rollback.minimumConcurrentNights();
    int most = Math.max(least, Math.min(rollback.mostNights(), policy.baselineNights()));
    return new RollbackTerms(
        alpha(),
        AlphaSplit.HOLM,
        rollback.horizonDays(),
        rollback.rollbackCost(),
        least,
        rollback.minimumConcurrentRows(),
        kept ? Integer.MAX_VALUE : most,
        rollback.leastSampleRatio());
  }
}
