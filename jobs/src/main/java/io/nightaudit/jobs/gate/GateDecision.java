package io.nightaudit.jobs.gate;

import java.util.List;
import java.util.Optional;

/**
 * What the gate says.
 *
 * @param candidates each candidate, in the order asked for
 * @param confidence the policy's, for all comparisons of the gate together
 * @param metrics how many gate metrics
 * @param each the confidence of each interval, so that all hold together
 */
public record GateDecision(
    List<CandidateJudgement> candidates, double confidence, int metrics, double each) {
  public GateDecision {
    candidates = List.copyOf(candidates);
  }

  /** Comparisons that share the probability of an error. */
  public int comparisons() {
    return metrics * candidates.size();
  }

  /** Whether every candidate passes. */
  public boolean passes() {
    return candidates.stream().allMatch(CandidateJudgement::passes);
  }

  /** The candidates that pass. */
  public List<CandidateJudgement> passing() {
    return candidates.stream().filter(CandidateJudgement::passes).toList();
  }

  /** Of those that pass the one with the least expected harm; the first of equals. */
  public Optional<CandidateJudgement> recommended() {
    CandidateJudgement best = null;
    for (CandidateJudgement candidate : passing()) {
      if (best == null || candidate.expectedHarm() < best.expectedHarm()) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The passing candidates that the evidence does not tell from the recommended one. */
  public List<CandidateJudgement> rivals() {
    return recommended()
        .map(
            best ->
                passing().stream().filter(other -> other != best && other.overlaps(best)).toList())
        .orElse(List.of());
  }
}
