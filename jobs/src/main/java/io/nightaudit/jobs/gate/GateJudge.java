package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.GatePolicy;
import io.nightaudit.jobs.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which candidates pass. All intervals of gate metrics hold together with the policy's
 * confidence: the probability of an error is divided evenly by gate metrics and candidates
 * (Bonferroni).
 */
public final class GateJudge {
  private final AuditConfiguration configuration;
  private final Policy policy;
  private final List<GateMetric> metrics;

  /**
   * A judge.
   *
   * @param metrics the gate metrics, at least one
   */
  public GateJudge(AuditConfiguration configuration, List<GateMetric> metrics) {
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException(GateMetric.REMEDY);
    }
    this.configuration = configuration;
    this.policy = configuration.policy();
    this.metrics = List.copyOf(metrics);
  }

  /** Decides on candidates, each compared with the same baseline. */
  public GateDecision judge(List<CohortComparison> candidates) {
    double confidence = policy.gate().confidence();
    double each = 1 - (1 - confidence) / (metrics.size() * Math.max(1, candidates.size()));
    return new GateDecision(
        candidates.stream().map(candidate -> judge(candidate, each)).toList(),
        confidence,
        metrics.size(),
        each);
  }

  private CandidateJudgement judge(CohortComparison cohorts, double each) {
    GatePolicy gate = policy.gate();
    List<MetricJudgement> judged =
        metrics.stream()
            .map(metric -> MetricJudgement.of(metric, cohorts, each, gate.minimumRows()))
            .toList();
    List<RuleJudgement> rules = RuleJudgement.of(cohorts, policy, each);
    Outcome outcome =
        Stream.concat(
                judged.stream().map(MetricJudgement::outcome),
                rules.stream().map(RuleJudgement::outcome))
            .reduce(Outcome.PASSES, Outcome::and);
    boolean passes =
        outcome == Outcome.PASSES || outcome == Outcome.UNDECIDED && gate.undecidedPasses();
    return new CandidateJudgement(cohorts, judged, rules, others(cohorts), outcome, passes);
  }

  private List<Movement> others(CohortComparison cohorts) {
    Set<Measure> gates = metrics.stream().map(GateMetric::measure).collect(Collectors.toSet());
    return cohorts.evidence().keySet().stream()
        .filter(measure -> !gates.contains(measure) && !namesTheRelease(measure.metric()))
        .map(
            measure ->
                Movement.of(
                    measure,
                    cohorts,
                    policy.of(measure),
                    policy.gate().confidence(),
                    policy.gate().minimumRows()))
        .toList();
  }

  /** The mix of a column that releases are named by differs by definition. */
  private boolean namesTheRelease(Metric metric) {
    boolean mix = metric.unit().equals("mix");
    return metric == Metric.RELEASES
        || mix
            && !metric.needs().isEmpty()
            && configuration
                .release()
                .containsAll(metric.needs().stream().map(Column::id).toList());
  }
}
