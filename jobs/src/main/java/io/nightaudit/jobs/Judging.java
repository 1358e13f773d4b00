package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.SliceComparison;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.SliceJudge;
import io.nightaudit.jobs.policy.Policy;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/** Stages 3 and 4 of some nights, slice by slice: compares with the nights before, and judges. */
final class Judging implements Serializable {
  private static final long serialVersionUID = 1;

  private final Policy policy;
  private final AlarmBudget budget;
  private final TreeSet<Long> nights;
  private final TreeSet<Long> unreliable;
  private final HashSet<List<String>> decisive;
  private final AcceptedChanges accepted;

  /**
   * A judging.
   *
   * @param budget the limits of every stream
   * @param nights the nights to judge
   * @param unreliable nights whose archive cannot be relied on
   * @param decisive levels whose slices a decision needs even where the nights have no rows of them
   * @param accepted new levels that people accepted
   */
  Judging(
      Policy policy,
      AlarmBudget budget,
      SortedSet<Long> nights,
      Set<Long> unreliable,
      Collection<List<String>> decisive,
      AcceptedChanges accepted) {
    this.policy = policy;
    this.budget = budget;
    this.nights = new TreeSet<>(nights);
    this.unreliable = new TreeSet<>(unreliable);
    this.decisive = new HashSet<>(decisive);
    this.accepted = accepted;
  }

  /**
   * Judges every slice that has a profile on one of the nights, or on a night before that a
   * decision about them looks at.
   *
   * @param rows profiles of the nights and of the baselines before them, and daily values of nights
   *     before the first one judged, by slice
   */
  JavaRDD<JudgedSlice> judge(JavaPairRDD<String, byte[]> rows, int partitions) {
    return rows.repartitionAndSortWithinPartitions(new HashPartitioner(partitions))
        .mapPartitions(SliceRows.Groups::new)
        .flatMap(slice -> judge(slice).stream().iterator())
        .persist(StorageLevel.MEMORY_AND_DISK_SER());
  }

  private Optional<JudgedSlice> judge(SliceRows rows) {
    SliceComparison comparison =
        new SliceComparison(rows.slice(), rows.profiles(), policy.baselineNights());
    return comparison.isAbsent(nights) && !decisive.contains(rows.slice().level())
        ? Optional.empty()
        : Optional.of(
            new SliceJudge(policy, budget, unreliable, accepted)
                .judge(comparison.compare(nights, rows.history())));
  }
}
