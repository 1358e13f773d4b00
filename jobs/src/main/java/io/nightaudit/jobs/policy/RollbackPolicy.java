package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.util.List;

/**
 * When the evidence is enough for a rollback.
 *
 * @param mix dimensions whose mix is held at that of the baseline; empty for all measured ones
 * @param timesMaterial how many times its material limit a before-and-after effect must be
 * @param minimumPlacebos how many earlier dates must be there to compare with
 * @param dating how many nights the first unusual night may lie from the release change
 * @param minimumConcurrentNights nights that both releases served together
 * @param minimumConcurrentRows rows of each release on those nights
 * @param confidence the confidence of intervals and sequences
 */
public record RollbackPolicy(
    List<String> mix,
    double timesMaterial,
    int minimumPlacebos,
    int dating,
    int minimumConcurrentNights,
    int minimumConcurrentRows,
    double confidence)
    implements Serializable {
  public RollbackPolicy {
    mix = List.copyOf(mix);
  }
}
