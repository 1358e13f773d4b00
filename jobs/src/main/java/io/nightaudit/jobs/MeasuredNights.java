package io.nightaudit.jobs;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.CostCell;
import io.nightaudit.jobs.profile.NightProfile;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.profile.Profiler;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.CostCellRow;
import io.nightaudit.jobs.store.CostRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes what was measured: each table once for all nights. */
final class MeasuredNights {
  private final AuditStore store;
  private final SparkSession spark;
  private final boolean personalCosts;

  MeasuredNights(AuditStore store, SparkSession spark, AuditConfiguration configuration) {
    this.store = store;
    this.spark = spark;
    this.personalCosts = Profiler.isLedgerPersonal(configuration);
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
            () -> writeCosts(days, nights),
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

  /** A ledger of personal keys is written when it is known which of them are shown. */
  private void writeCosts(Collection<Long> days, List<MeasuredNight> nights) {
    List<CostCellRow> cells =
        nights.stream()
            .flatMap(night -> night.profile().stream())
            .flatMap(profile -> profile.costs().stream().flatMap(cell -> rows(profile, cell)))
            .toList();
    if (personalCosts) {
      store.costCells().overwrite(days, cells);
      return;
    }
    store
        .costLedger()
        .overwrite(
            days, cells.stream().map(cell -> new CostRow(cell.epochDay(), cell.line())).toList());
    if (store.costCells().exists()) {
      store.costCells().overwrite(days, List.of());
    }
  }

  private static Stream<CostCellRow> rows(NightProfile profile, CostCell cell) {
    return cell.lines().stream()
        .map(line -> new CostCellRow(profile.epochDay(), line, cell.people(), cell.interactions()));
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
