package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.comparison.label.LabelEstimates;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.CostRow;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** What the store knows of the nights to judge and of those before them. */
final class StoredHistory {

  private final AuditStore store;
  private final Policy policy;
  private final AlarmBudget budget;
  private final SortedSet<Long> nights;
  private final CoverageHistory coverage;
  private final List<List<String>> decisive;
  private final List<Decision> decisions;
  private final AcceptedChanges accepted;
  private final ZoneId zone;

  StoredHistory(RunSession session, SortedSet<Long> nights) {
    this.store = session.store();
    this.policy = session.configuration().policy();
    this.budget = AlarmBudget.of(session.configuration());
    this.nights = nights;
    this.zone = session.configuration().archive().timezone();
    this.decisive = Level.decisive(session.configuration());
    this.decisions = store.decisions().list();
    this.accepted = new AcceptedChanges(decisions);
    this.coverage =
        new CoverageHistory(
            session.configuration(),
            store
                .coverage()
                .list(first() - policy.historyNights() - policy.baselineNights(), last()));
  }

  SortedSet<Long> nights() {
    return nights;
  }

  CoverageHistory coverage() {
    return coverage;
  }

  /** What people decided, as far as it acts on a night. */
  List<Decision> decisions(long night) {
    return decisions.stream().filter(decision -> decision.actsOn(night)).toList();
  }

  /** New levels that people accepted. */
  AcceptedChanges accepted() {
    return accepted;
  }

  /** Judges every slice of the nights. */
  JavaRDD<JudgedSlice> judge() {
    Dataset<Row> profiles =
        store
            .profiles()
            .read(first() - policy.baselineNights(), last())
            .selectExpr(SliceRows.PROFILE_COLUMNS);
    Dataset<Row> daily =
        store
            .measurements()
            .read(first() - policy.historyNights(), first() - 1)
            .where("verdict <> 'NOT_COMPUTED'")
            .selectExpr(SliceRows.DAILY_COLUMNS);
    JavaPairRDD<String, byte[]> rows =
        internal(profiles)
            .mapToPair(SliceRows::profile)
            .union(internal(daily).mapToPair(SliceRows::daily));
    int partitions =
        Math.max(
            profiles.sparkSession().sparkContext().defaultParallelism(),
            rows.getNumPartitions() / 4);
    return new Judging(policy, budget, nights, coverage.unreliable(), decisive, accepted)
        .judge(rows, partitions);
  }

  private static JavaRDD<InternalRow> internal(Dataset<Row> rows) {
    return rows.queryExecution().toRdd().toJavaRDD();
  }

  /** Releases as nights before the window recorded them. */
  List<ReleaseNight> earlierReleases() {
    return store.releases().list(0, first() - 1);
  }

  /** Findings of the nights of the baseline before the first one judged. */
  List<Finding> earlierFindings() {
    return store.findings().list(first() - policy.baselineNights(), first() - 1);
  }

  /** The cost ledger of the nights. */
  List<CostRow> costs() {
    return store.costLedger().list(first(), last());
  }

  /** The review queue of the nights. */
  List<ReviewEntry> review() {
    return store.reviewQueue().list(first(), last());
  }

  /** What people said, beside the review queues of the nights and of the baselines before them. */
  LabelEstimates labels() {
    List<HumanLabel> labels = store.labels().list();
    return new LabelEstimates(
        labels,
        labels.isEmpty()
            ? List.of()
            : store.reviewQueue().list(first() - policy.baselineNights() + 1, last()),
        policy.baselineNights(),
        policy.minimumRows(),
        zone);
  }

  private long first() {
    return nights.first();
  }

  private long last() {
    return nights.last();
  }
}
