package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.SliceComparison;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.SliceJudge;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.store.MeasurementRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    return profiles
        .mapToPair(row -> new Tuple2<>(row.slice(), row))
        .cogroup(earlier.mapToPair(row -> new Tuple2<>(row.slice(), row)), partitions)
        .flatMap(
            slice ->
                judge(Slice.parse(slice._1()), slice._2()._1(), slice._2()._2()).stream()
                    .iterator())
        .persist(StorageLevel.MEMORY_AND_DISK_SER());
  }

  private Optional<JudgedSlice> judge(
      Slice slice, Iterable<ProfileRow> profiles, Iterable<MeasurementRow> earlier) {
    SliceComparison comparison = new SliceComparison(slice, profiles, policy.baselineNights());
    if (comparison.isAbsent(nights)) {
      return Optional.empty();
    }
    return Optional.of(
        new SliceJudge(policy, unreliable).judge(comparison.compare(nights, history(earlier))));
  }

  private static SortedMap<String, List<StreamNight>> history(Iterable<MeasurementRow> rows) {
    SortedMap<String, List<StreamNight>> history = new TreeMap<>();
    for (MeasurementRow row : rows) {
      row.streamNight()
          .ifPresent(
              night -> history.computeIfAbsent(row.metric(), key -> new ArrayList<>()).add(night));
    }
    return history;
  }
}
