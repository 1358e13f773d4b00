package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.comparison.label.LabelEstimates;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.CostCell;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.profile.Profiler;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.CostCellRow;
import io.nightaudit.jobs.store.CostRow;
import io.nightaudit.jobs.store.WithheldRow;
import io.nightaudit.jobs.suppression.Withheld;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private final boolean personalCosts;

  StoredHistory(RunSession session, SortedSet<Long> nights) {
    this.store = session.store();
    this.policy = session.configuration().policy();
    this.budget = AlarmBudget.of(session.configuration());
    this.nights = nights;
    this.personalCosts = Profiler.isLedgerPersonal(session.configuration());
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
            .selectExpr(SliceRows.DAILY_COLUMNS)
            .union(
                store
                    .withheld()
                    .read(first() - policy.historyNights(), first() - 1)
                    .where("metric <> ''")
                    .selectExpr(SliceRows.DAILY_COLUMNS));
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

  /** What people declared about incidents. */
  List<IncidentRecord> incidents() {
    return store.incidents().list();
  }

  /** All nights up to the last one judged whose archive was read. */
  SortedSet<Long> archived() {
    SortedSet<Long> archived = new TreeSet<>();
    store
        .coverage()
        .read(0, last())
        .where("input = 'READ'")
        .selectExpr("unix_date(night)")
        .collectAsList()
        .forEach(row -> archived.add((long) row.getInt(0)));
    return archived;
  }

  /** What was withheld on the nights before the first one judged. */
  List<Withheld> earlierWithheld() {
    return store
        .withheld()
        .list(
            store
                .withheld()
                .read(first() - policy.historyNights(), first() - 1)
                .where("metric = ''"))
        .stream()
        .map(WithheldRow::cell)
        .toList();
  }

  /** The costs of the nights by key; a night of before keys were personal has only its ledger. */
  SortedMap<Long, List<CostCell>> costs() {
    SortedMap<Long, List<CostCellRow>> rows = new TreeMap<>();
    if (personalCosts) {
      store
          .costCells()
          .list(first(), last())
          .forEach(row -> rows.computeIfAbsent(row.epochDay(), n -> new ArrayList<>()).add(row));
    }
    Set<Long> known = Set.copyOf(rows.keySet());
    store.costLedger().list(first(), last()).stream()
        .filter(row -> !known.contains(row.epochDay()))
        .map(row -> counted(row))
        .forEach(row -> rows.computeIfAbsent(row.epochDay(), n -> new ArrayList<>()).add(row));
    SortedMap<Long, List<CostCell>> cells = new TreeMap<>();
    rows.forEach((night, lines) -> cells.put(night, cells(lines)));
    return cells;
  }

  private static CostCellRow counted(CostRow row) {
    long interactions = row.line().interactions();
    return new CostCellRow(row.epochDay(), row.line(), interactions, interactions);
  }

  private static List<CostCell> cells(List<CostCellRow> rows) {
    Map<Slice, CostCell> cells = new TreeMap<>();
    for (CostCellRow row : rows) {
      CostLine line = row.line();
      CostCell one = new CostCell(line.key(), row.people(), row.interactions(), List.of(line));
      cells.merge(line.key(), one, CostCell::with);
    }
    return List.copyOf(cells.values());
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
