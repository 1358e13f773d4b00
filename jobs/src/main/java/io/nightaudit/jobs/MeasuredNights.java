package io.nightaudit.jobs;

import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.CostRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes what was measured: each table once for all nights. */
final class MeasuredNights {
  private final AuditStore store;
  private final SparkSession spark;

  MeasuredNights(AuditStore store, SparkSession spark) {
    this.store = store;
    this.spark = spark;
  }

  /** A night that failed does not replace what an earlier run knew of it. */
  void write(List<MeasuredNight> measured) {
    SortedSet<Long> known = store.nights();
    List<MeasuredNight> nights =
        measured.stream()
            .filter(night -> night.failure().isEmpty() || !known.contains(night.epochDay()))
            .toList();
    if (nights.isEmpty()) {
      return;
    }
    Collection<Long> days = nights.stream().map(MeasuredNight::epochDay).toList();
    store.writeAll(
        List.of(
            () -> store.profiles().overwrite(days, profiles(nights)),
            () -> store.costLedger().overwrite(days, costs(nights)),
            () -> store.reviewQueue().overwrite(days, review(nights)),
            () -> writeQuarantine(days, nights)));
    store.coverage().overwrite(days, nights.stream().map(MeasuredNight::coverage).toList());
  }

  private JavaRDD<ProfileRow> profiles(List<MeasuredNight> nights) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return nights.stream()
        .flatMap(night -> night.profile().stream())
        .map(profile -> profile.rows())
        .reduce(JavaRDD::union)
        .orElseGet(context::emptyRDD);
  }

  private static List<CostRow> costs(List<MeasuredNight> nights) {
    return nights.stream()
        .flatMap(night -> night.profile().stream())
        .flatMap(
            profile -> profile.costs().stream().map(line -> new CostRow(profile.epochDay(), line)))
        .toList();
  }

  private static List<ReviewEntry> review(List<MeasuredNight> nights) {
    return nights.stream()
        .flatMap(night -> night.profile().stream())
        .flatMap(profile -> profile.review().stream())
        .toList();
  }

  private void writeQuarantine(Collection<Long> days, List<MeasuredNight> nights) {
    Optional<Dataset<Row>> rows =
        nights.stream()
            .map(MeasuredNight::quarantined)
            .flatMap(Optional::stream)
            .reduce(Dataset::union);
    if (rows.isPresent()) {
      store.quarantine().overwrite(days, rows.get());
    } else {
      store.quarantine().overwrite(days, List.of());
    }
  }
}
