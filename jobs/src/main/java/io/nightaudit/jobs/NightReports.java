package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.comparison.label.LabelEstimates;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.NightRanking;
import io.nightaudit.jobs.finding.PlaceboStudy;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.WatchedStreams;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.report.NightRecord;
import io.nightaudit.jobs.report.NotComputed;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.ReportComposer;
import io.nightaudit.jobs.report.ReportHtml;
import io.nightaudit.jobs.report.ReportJson;
import io.nightaudit.jobs.report.VerdictJson;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.ComparisonRow;
import io.nightaudit.jobs.store.CostRow;
import io.nightaudit.jobs.store.MeasurementRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Stages 4 to 6 of the nights judged now: writes their tables once, and a report for each. */
final class NightReports {
  private final RunSession session;
  private final AuditConfiguration configuration;
  private final AuditStore store;
  private final StoredHistory history;
  private final JavaRDD<JudgedSlice> judged;
  private final NightDesk desk;
  private final OversightDesk oversight;
  private final List<CostRow> costs;
  private final AlarmBudget budget;
  private final PlaceboStudy placeboStudy;
  private final List<ReviewEntry> review;
  private final LabelEstimates labels;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Recommendation> recommendations = new ArrayList<>();
  private final List<ReleaseNight> releases = new ArrayList<>();

  NightReports(RunSession session, StoredHistory history, JavaRDD<JudgedSlice> judged) {
    this.session = session;
    this.configuration = session.configuration();
    this.store = session.store();
    this.history = history;
    this.judged = judged;
    this.costs = history.costs();
    this.budget = AlarmBudget.of(configuration);
    this.placeboStudy =
        new PlaceboStudy(
            configuration.policy(), budget, history.coverage().unreliable(), history.accepted());
    this.review = history.review();
    this.labels = history.labels();
    List<JudgedSlice> slices = new Shown(configuration).collect(judged, history.nights());
    this.oversight = new OversightDesk(configuration, slices, history.coverage().unreliable());
    this.desk =
        new NightDesk(
            configuration,
            history.coverage(),
            slices,
            history.earlierReleases(),
            history.earlierFindings(),
            history.accepted());
  }

  /** Findings, recommendations and the report of every night, in order. */
  void writeReports() {
    for (long night : history.nights()) {
      write(night);
      session.progress().step(LocalDate.ofEpochDay(night).toString());
    }
  }

  private void write(long night) {
    List<Finding> found = desk.findings(night);
    List<Recommendation> advice = desk.recommendations(night);
    findings.addAll(found);
    recommendations.addAll(advice);
    List<ReleaseNight> ledger = desk.releases(night, advice);
    releases.addAll(ledger);
    Report report = new ReportComposer(record(night, found, advice, ledger)).compose();
    store.reports().write(night, "report.json", ReportJson.write(report));
    store.reports().write(night, "report.html", ReportHtml.render(report));
    store.reports().write(night, "verdict.json", VerdictJson.write(report));
  }

  private NightRecord record(
      long night, List<Finding> found, List<Recommendation> advice, List<ReleaseNight> ledger) {
    CoverageHistory coverage = history.coverage();
    long first = coverage.first();
    List<LocalDate> missed = coverage.missed(first, night);
    return new NightRecord(
        configuration,
        session.configurationHash(),
        Version.number(),
        LocalDate.ofEpochDay(night),
        coverage.of(night),
        coverage.judgement(night),
        coverage.before(night),
        LocalDate.ofEpochDay(first),
        coverage.known(night),
        missed,
        desk.shown(night),
        found,
        advice,
        desk.splits(night),
        desk.routes(night),
        desk.byRelease(),
        costs(night),
        review(night),
        history.decisions(night),
        labels.of(night, desk.all(night)),
        ledger,
        budget,
        WatchedStreams.of(night, desk.shown(night), budget),
        placeboStudy.of(night, desk.shown(night)),
        NightRanking.of(night, desk.shown(night)),
        oversight.of(night, advice, history.decisions(night)));
  }

  private List<ReviewEntry> review(long night) {
    return review.stream().filter(entry -> entry.epochDay() == night).toList();
  }

  private List<CostLine> costs(long night) {
    return costs.stream().filter(cost -> cost.epochDay() == night).map(CostRow::line).toList();
  }

  /** Each table once for all nights. */
  void writeTables() {
    TreeSet<Long> nights = new TreeSet<>(history.nights());
    store.writeAll(
        List.of(
            () -> store.measurements().overwrite(nights, measurements()),
            () -> store.comparisons().overwrite(nights, comparisons()),
            () -> store.findings().overwrite(nights, findings),
            () -> store.recommendations().overwrite(nights, recommendations),
            () -> store.releases().overwrite(nights, releases)));
    session.progress().step("tables");
  }

  private JavaRDD<MeasurementRow> measurements() {
    Shown shown = new Shown(configuration);
    JavaRDD<MeasurementRow> computed =
        judged.flatMap(slice -> StoredRows.measurements(slice, shown).iterator());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.spark().sparkContext());
    return computed.union(context.parallelize(notComputed(), 1));
  }

  private JavaRDD<ComparisonRow> comparisons() {
    Shown shown = new Shown(configuration);
    return judged.flatMap(slice -> StoredRows.comparisons(slice, shown).iterator());
  }

  private List<MeasurementRow> notComputed() {
    boolean priced = !configuration.prices().book().prices().isEmpty();
    List<MeasurementRow> rows = new ArrayList<>();
    for (long night : history.nights()) {
      Coverage coverage = history.coverage().of(night);
      for (Metric metric : Metric.values()) {
        if (coverage.rowsKept() > 0) {
          NotComputed.lacking(metric, coverage, priced)
              .ifPresent(
                  column ->
                      rows.add(
                          MeasurementRow.notComputed(
                              night,
                              Slice.ALL,
                              Measure.of(metric),
                              "the archive has no column " + column)));
        }
      }
    }
    return rows;
  }
}
