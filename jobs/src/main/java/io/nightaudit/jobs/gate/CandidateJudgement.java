package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.CohortComparison;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gate says of one candidate.
 *
 * @param cohorts the candidate and the baseline
 * @param metrics what each gate metric says
 * @param rules what each fixed limit says
 * @param others how all other metrics differ
 * @param outcome what follows from gate metrics and limits
 * @param passes whether the policy lets it pass
 */
public record CandidateJudgement(
    CohortComparison cohorts,
    List<MetricJudgement> metrics,
    List<RuleJudgement> rules,
    List<Movement> others,
    Outcome outcome,
    boolean passes) {
  public CandidateJudgement {
    metrics = List.copyOf(metrics);
    rules = List.copyOf(rules);
    others = List.copyOf(others);
  }

  public String release() {
    return cohorts.candidate().name();
  }

  /** Why it does not pass: every metric that fails or is undecided, and every broken limit. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    metrics.stream()
        .filter(judgement -> judgement.outcome() != Outcome.PASSES)
        .map(judgement -> judgement.metric().measure().title() + ": " + judgement.reason())
        .forEach(reasons::add);
    rules.stream()
        .filter(rule -> rule.outcome() != Outcome.PASSES)
        .map(RuleJudgement::reason)
        .forEach(reasons::add);
    return reasons;
  }

  /** The estimated harm of all gate metrics together, each in units of its material limit. */
  double expectedHarm() {
    double harm = 0;
    for (MetricJudgement judgement : metrics) {
      double change =
          judgement
              .comparisons()
              .counting()
              .map(c -> judgement.metric().harmOf(c.value()))
              .orElse(0.0);
      harm += judgement.limit() > 0 ? change / judgement.limit() : change;
    }
    return harm;
  }

  /** Whether an interval of a gate metric of this one overlaps that of another. */
  boolean overlaps(CandidateJudgement other) {
    for (int i = 0; i < metrics.size(); i++) {
      var mine = metrics.get(i).comparisons().counting();
      var theirs = other.metrics.get(i).comparisons().counting();
      if (mine.isPresent()
          && theirs.isPresent()
          && (mine.get().high() < theirs.get().low() || theirs.get().high() < mine.get().low())) {
        return false;
      }
    }
    return true;
  }
}
