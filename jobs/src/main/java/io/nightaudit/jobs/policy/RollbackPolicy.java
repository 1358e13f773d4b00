package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the evidence is enough for a rollback. Costs are in days of a harm of one material limit: a
 * metric that is worse by its material limit for a day costs 1, by twice the limit for a week 14.
 *
 * @param mix dimensions whose mix is held at that of the baseline; empty for all measured ones
 * @param timesMaterial how many times its material limit a before-and-after effect must be
 * @param minimumPlacebos how many earlier dates must be there to compare with
 * @param dating how many nights the first unusual night may lie from the release change
 * @param minimumConcurrentNights nights that both releases served together
 * @param minimumConcurrentRows rows of each release on those nights
 * @param confidence the confidence of intervals and sequences
 * @param horizonDays days until a mended release would go out anyway
 * @param rollbackCost what a rollback costs
 * @param mostNights nights together after which the expected loss decides
 * @param leastSampleRatio p-value of the sample ratio below which releases are not compared
 * @param effectNights nights after a rollback after which its effect is told, at most those that
 *     the baseline holds beside as many before
 * @param shares release to its planned share of the traffic; empty where none was planned
 */
public record RollbackPolicy(
    List<String> mix,
    double timesMaterial,
    int minimumPlacebos,
    int dating,
    int minimumConcurrentNights,
    int minimumConcurrentRows,
    double confidence,
    int horizonDays,
    double rollbackCost,
    int mostNights,
    double leastSampleRatio,
    int effectNights,
    SortedMap<String, Double> shares)
    implements Serializable {
  public RollbackPolicy {
    mix = List.copyOf(mix);
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }
}
