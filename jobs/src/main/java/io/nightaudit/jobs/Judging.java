package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.SliceComparison;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.SliceJudge;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.store.MeasurementRow;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Stages 3 and 4 of some nights, slice by slice: compares with the nights before, and judges. */
final class Judging implements Serializable {
  private static final long serialVersionUID = 1;

  private final Policy policy;
  private final TreeSet<Long> nights;
  private final TreeSet<Long> unreliable;

  /**
   * A judging.
   *
   * @param nights the nights to judge
   * @param unreliable nights whose archive cannot be relied on
   */
  Judging(Policy policy, SortedSet<Long> nights, Set<Long> unreliable) {
    this.policy = policy;
    this.nights = new TreeSet<>(nights);
    this.unreliable = new TreeSet<>(unreliable);
  }

  /**
   * Judges every slice that has a profile on one of the nights.
   *
   * @param profiles rows of the nights and of the baselines before them
   * @param earlier measurements of nights before the first one judged
   */
  JavaRDD<JudgedSlice> judge(
      JavaRDD<ProfileRow> profiles, JavaRDD<MeasurementRow> earlier, int partitions) {
    JavaPairRDD<String, byte[]> daily =
        earlier.flatMapToPair(
            row ->
                row
                    .streamNight()
                    .map(night -> new Tuple2<>(row.slice(), SliceRows.pack(row.metric(), night)))
                    .stream()
                    .iterator());
    return profiles
        .mapToPair(row -> new Tuple2<>(row.slice(), SliceRows.pack(row)))
        .union(daily)
        .repartitionAndSortWithinPartitions(new HashPartitioner(partitions))
        .mapPartitions(SliceRows.Groups::new)
        .flatMap(slice -> judge(slice).stream().iterator())
        .persist(StorageLevel.MEMORY_AND_DISK_SER());
  }

  private Optional<JudgedSlice> judge(SliceRows rows) {
    SliceComparison comparison =
        new SliceComparison(rows.slice(), rows.profiles(), policy.baselineNights());
    return comparison.isAbsent(nights)
        ? Optional.empty()
        : Optional.of(
            new SliceJudge(policy, unreliable).judge(comparison.compare(nights, rows.history())));
  }
}
