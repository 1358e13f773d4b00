package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.comparison.label.LabelEstimates;
import io.nightaudit.jobs.decision.Oversight;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.NightRanking;
import io.nightaudit.jobs.finding.PlaceboStudy;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.WatchedStreams;
import io.nightaudit.jobs.incident.Incident;
import io.nightaudit.jobs.incident.IncidentNote;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.profile.Profiler;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.regulation.IncidentClocks;
import io.nightaudit.jobs.report.FormFacts;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final PdfReports pdf;
  private final OversightDesk oversight;
  private final ShownCosts costs;
  private final Withholding withholding;
  private final Shown shown;
  private final AlarmBudget budget;
  private final PlaceboStudy placeboStudy;
  private final List<ReviewEntry> review;
  private final LabelEstimates labels;
  private final SortedSet<Long> archived;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Recommendation> recommendations = new ArrayList<>();
  private final List<ReleaseNight> releases = new ArrayList<>();

  NightReports(RunSession session, StoredHistory history, JavaRDD<JudgedSlice> judged) {
    this.session = session;
    this.configuration = session.configuration();
    this.store = session.store();
    this.history = history;
    this.judged = judged;
    this.pdf = new PdfReports(session);
    this.costs = new ShownCosts(configuration.slices().personal(), history.costs());
    this.withholding = new Withholding(configuration, history, judged, costs);
    this.shown = new Shown(configuration, withholding.nights());
    this.budget = AlarmBudget.of(configuration);
    this.placeboStudy =
        new PlaceboStudy(
            configuration.policy(), budget, history.coverage().unreliable(), history.accepted());
    this.review = history.review();
    this.labels = history.labels();
    List<JudgedSlice> slices = shown.collect(judged, history.nights());
    this.oversight = new OversightDesk(configuration, slices, history.coverage().unreliable());
    this.archived = history.archived();
    this.desk =
        new NightDesk(
            configuration,
            shown,
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
    pdf.write(night, report);
    store.reports().write(night, "verdict.json", VerdictJson.write(report));
  }

  private NightRecord record(
      long night, List<Finding> found, List<Recommendation> advice, List<ReleaseNight> ledger) {
    CoverageHistory coverage = history.coverage();
    long first = coverage.first();
    List<LocalDate> missed = coverage.missed(first, night);
    Oversight did = oversight.of(night, advice, history.decisions(night));
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
        incidents(night),
        IncidentClocks.on(LocalDate.ofEpochDay(night), configuration.regulation()),
        did,
        form(night, did),
        withholding.facts(night));
  }

  private List<IncidentNote> incidents(long night) {
    List<IncidentRecord> acting =
        history.incidents().stream().filter(entry -> entry.effectiveNight() <= night).toList();
    return Incident.of(acting).stream().map(this::noted).toList();
  }

  private IncidentNote noted(Incident incident) {
    long night = incident.night();
    return new IncidentFacts(
            configuration.system(),
            Optional.ofNullable(history.coverage().of(night)),
            desk.found(night),
            Stream.concat(history.earlierReleases().stream(), releases.stream())
                .filter(release -> release.epochDay() == night)
                .toList(),
            recommendations.stream().filter(advice -> advice.epochDay() == night).toList())
        .of(incident);
  }

  private FormFacts form(long night, Oversight did) {
    CoverageHistory coverage = history.coverage();
    Optional<LocalDate> before = coverage.lastWithRows(night);
    return new FormFacts(
        before,
        before.map(date -> desk.found(date.toEpochDay())).orElse(List.of()),
        coverage.missingHours(night),
        archived.headSet(night + 1),
        desk.hidden(night),
        Version.madeFor());
  }

  private List<ReviewEntry> review(long night) {
    return review.stream().filter(entry -> entry.epochDay() == night).toList();
  }

  private List<CostLine> costs(long night) {
    return costs.lines(night, withholding.nights());
  }

  /** A manifest for each night, once all that it names is written. */
  void seal() {
    SortedMap<Long, Manifest.Inputs> inputs = new TreeMap<>();
    history.nights().forEach(night -> inputs.put(night, inputs(history.coverage().of(night))));
    store.sealer().seal(inputs, session.madeWith(), store.nights());
    new ManifestSigning(store.reports(), configuration.evidence(), session::warn)
        .sign(history.nights());
    session.progress().step("manifests");
  }

  /** What a manifest says of what was read. */
  static Manifest.Inputs inputs(Coverage coverage) {
    return new Manifest.Inputs(
        coverage.input().name(),
        coverage.files().stream()
            .map(file -> new Manifest.Input(file.sha256(), file.bytes(), file.rows()))
            .toList());
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
            () -> store.releases().overwrite(nights, releases),
            () -> writeWithheld(nights)));
    session.progress().step("tables");
  }

  /** What is not shown, and the ledger that is, as far as anything could have been withheld. */
  private void writeWithheld(Collection<Long> nights) {
    if (withholding.isNeeded() || store.withheld().exists()) {
      store.withheld().overwrite(nights, withholding.rows(context()));
    }
    if (Profiler.isLedgerPersonal(configuration)) {
      store
          .costLedger()
          .overwrite(
              nights,
              nights.stream()
                  .flatMap(night -> costs(night).stream().map(line -> new CostRow(night, line)))
                  .toList());
    }
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(session.spark().sparkContext());
  }

  private JavaRDD<MeasurementRow> measurements() {
    Shown visible = shown;
    JavaRDD<MeasurementRow> computed =
        judged.flatMap(slice -> StoredRows.measurements(slice, visible).iterator());
    return computed.union(context().parallelize(notComputed(), 1));
  }

  private JavaRDD<ComparisonRow> comparisons() {
    Shown visible = shown;
    return judged.flatMap(slice -> StoredRows.comparisons(slice, visible).iterator());
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
