package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.explanation.NightContext;
import io.nightaudit.jobs.explanation.SliceFacts;
import io.nightaudit.jobs.explanation.StoredFigure;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.ReportJson;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.ComparisonRow;
import io.nightaudit.jobs.store.MeasurementRow;
import io.nightaudit.jobs.store.NightTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads what the store knows of the figures of one night. */
final class StoredFigures {
  private final AuditStore store;
  private final AuditConfiguration configuration;
  private final LocalDate night;

  StoredFigures(AuditStore store, AuditConfiguration configuration, LocalDate night) {
    this.store = store;
    this.configuration = configuration;
    this.night = night;
  }

  /** What all figures of the night have in common. */
  NightContext context(String file, Set<String> ownKeys) {
    Policy policy = configuration.policy();
    CoverageHistory coverage =
        new CoverageHistory(
            configuration,
            store.coverage().list(day() - policy.historyNights() - policy.baselineNights(), day()));
    return new NightContext(
        configuration,
        file,
        ownKeys,
        night,
        report(),
        Optional.<Coverage>ofNullable(coverage.of(day())),
        coverage.unreliable(),
        new AcceptedChanges(store.decisions().list()));
  }

  Optional<Report> report() {
    return store.reports().read(day(), "report.json").map(ReportJson::read);
  }

  /** One slice with all its figures, recomputed. */
  SliceFacts slice(NightContext context, Slice slice) {
    Policy policy = configuration.policy();
    long from = day() - policy.baselineNights();
    List<MeasurementRow> measured =
        of(store.measurements(), slice, day() - policy.historyNights(), day());
    return new SliceFacts(
        context,
        slice,
        of(store.profiles(), slice, from, day()),
        history(measured),
        figures(measured, of(store.comparisons(), slice, day(), day())));
  }

  private static <T> List<T> of(NightTable<T> table, Slice slice, long from, long to) {
    Dataset<Row> rows =
        table.read(from, to).where(functions.col("slice").equalTo(functions.lit(slice.key())));
    return table.list(rows);
  }

  private SortedMap<String, List<StreamNight>> history(List<MeasurementRow> measured) {
    SortedMap<String, List<StreamNight>> history = new TreeMap<>();
    for (MeasurementRow row : measured) {
      if (row.epochDay() < day() && row.verdict() != Verdict.NOT_COMPUTED) {
        history
            .computeIfAbsent(row.metric(), metric -> new ArrayList<>())
            .add(
                new StreamNight(
                    row.epochDay(),
                    row.value(),
                    row.n(),
                    row.y(),
                    row.variance(),
                    row.definition(),
                    row.distance()));
      }
    }
    return history;
  }

  private Map<String, StoredFigure> figures(
      List<MeasurementRow> measured, List<ComparisonRow> compared) {
    Map<String, ComparisonRow> comparisons = new HashMap<>();
    compared.stream()
        .filter(row -> row.against().equals(ComparisonRow.BASELINE))
        .forEach(row -> comparisons.put(row.metric(), row));
    Map<String, StoredFigure> figures = new TreeMap<>();
    measured.stream()
        .filter(row -> row.epochDay() == day())
        .forEach(
            row ->
                figures.put(
                    row.metric(), figure(row, Optional.ofNullable(comparisons.get(row.metric())))));
    return figures;
  }

  private static StoredFigure figure(MeasurementRow row, Optional<ComparisonRow> compared) {
    return new StoredFigure(
        row.value(),
        row.n(),
        row.numerator(),
        row.low(),
        row.high(),
        row.y(),
        row.variance(),
        row.definition(),
        row.distance(),
        compared.map(
            comparison ->
                new StoredFigure.Comparison(
                    comparison.baseline(), comparison.change(), comparison.distances())),
        new StoredFigure.Judged(
            row.verdict(),
            row.reason(),
            row.z(),
            row.ewma(),
            row.history(),
            row.expected(),
            row.expectedLow(),
            row.expectedHigh()));
  }

  private long day() {
    return night.toEpochDay();
  }
}
