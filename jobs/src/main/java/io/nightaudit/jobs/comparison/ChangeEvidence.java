package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.decision.StratumMoments;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one change: its size, and how it splits.
 *
 * @param before all values of the nights before
 * @param after all values of the nights since, at most the last seven
 * @param raw the change as it is
 * @param splits exact splits into mix and behaviour over finer slices, the one to rely on first
 * @param cost the factors of a change of cost, where it is one
 * @param valued share of interactions with a value, before and since; NaN where it is not known
 */
public record ChangeEvidence(
    StratumMoments before,
    StratumMoments after,
    Effect raw,
    List<MixSplit> splits,
    Optional<CostChange> cost,
    Share valued) {
  /** A share before and since. */
  public record Share(double before, double since) {}

  public ChangeEvidence {
    splits = List.copyOf(splits);
  }

  /** The split that a cause rests on. */
  public Optional<MixSplit> split() {
    return splits.stream().findFirst();
  }
}
