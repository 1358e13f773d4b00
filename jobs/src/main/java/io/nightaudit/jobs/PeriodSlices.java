package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.PeriodComparison;
import io.nightaudit.jobs.comparison.PeriodEvidence;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.report.period.PeriodMeasures;
import io.nightaudit.jobs.report.period.PeriodRecord;
import io.nightaudit.jobs.report.period.PeriodReport;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.NightTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** All traffic and the routes over a period, as far as they may be shown. */
final class PeriodSlices {
  /** The largest routes are shown; the tables of the store have the others. */
  private static final int LARGEST = 20;

  private final AuditConfiguration configuration;
  private final List<String> route;
  private final PeriodSizes sizes;
  private final List<PeriodRecord.SliceFigures> figures;
  private final PeriodReport.Withheld withheld;

  private PeriodSlices(
      AuditConfiguration configuration,
      List<String> route,
      PeriodSizes sizes,
      List<PeriodRecord.SliceFigures> figures,
      PeriodReport.Withheld withheld) {
    this.configuration = configuration;
    this.route = route;
    this.sizes = sizes;
    this.figures = figures;
    this.withheld = withheld;
  }

  /**
   * Reads the slices of a period and of the one before.
   *
   * @param before first night of the period before
   * @param first first night of the period
   * @param last last night
   */
  static PeriodSlices read(
      AuditStore store, AuditConfiguration configuration, long before, long first, long last) {
    List<String> route = Level.route(configuration);
    boolean personal = isPersonal(configuration, route);
    Column levels = levels(route);
    PeriodSizes sizes =
        PeriodSizes.of(
            measured(store.measurements().read(before, last).where(levels)),
            personal ? profiled(store.profiles().read(before, last).where(levels)) : List.of(),
            first);
    Set<String> chosen = sizes.largest(LARGEST);
    PeriodMeasures measures = new PeriodMeasures(configuration.policy());
    List<ProfileRow> rows =
        store
            .profiles()
            .list(
                store
                    .profiles()
                    .read(before, last)
                    .where(levels.and(wanted(measures)))
                    .where(functions.col("slice").isInCollection(chosen)));
    return new PeriodSlices(
        configuration,
        route,
        sizes,
        figures(rows, sizes, measures, first),
        withheld(configuration, sizes, chosen.size()));
  }

  private static boolean isPersonal(AuditConfiguration configuration, List<String> level) {
    return level.stream().anyMatch(configuration.slices().personal()::contains);
  }

  /** All traffic, and the slices of the routes. */
  private static Column levels(List<String> route) {
    Column names = functions.array_sort(functions.map_keys(functions.col("dimensions")));
    Column all = functions.size(functions.col("dimensions")).equalTo(0);
    Column[] wanted = route.stream().map(functions::lit).toArray(Column[]::new);
    return route.isEmpty() ? all : all.or(names.equalTo(functions.array(wanted)));
  }

  private static Column wanted(PeriodMeasures measures) {
    Column metric = functions.col("metric");
    return metric
        .isInCollection(measures.profiles())
        .or(metric.startsWith(PeriodMeasures.scores()));
  }

  /**
   * Every slice and night that the table of readable figures shows; all figures of all traffic, to
   * know whether any was judged.
   */
  private static List<PeriodSizes.Size> measured(Dataset<Row> rows) {
    Column size = functions.col("metric").equalTo(Metric.INTERACTIONS.id());
    return rows
        .where(size.or(functions.size(functions.col("dimensions")).equalTo(0)))
        .select(
            day(),
            functions.col("slice"),
            functions.when(size, functions.col("n")).otherwise(0L),
            functions.col("verdict").isInCollection(PeriodSizes.JUDGED))
        .collectAsList()
        .stream()
        .map(PeriodSlices::size)
        .toList();
  }

  /** Every slice and night that was profiled, to be shown or not. */
  private static List<PeriodSizes.Size> profiled(Dataset<Row> rows) {
    return rows
        .where(functions.col("metric").equalTo(Metric.INTERACTIONS.id()))
        .select(day(), functions.col("slice"), functions.col("count"), functions.lit(false))
        .collectAsList()
        .stream()
        .map(PeriodSlices::size)
        .toList();
  }

  private static Column day() {
    return functions.unix_date(functions.col(NightTable.NIGHT));
  }

  private static PeriodSizes.Size size(Row row) {
    return new PeriodSizes.Size(row.getInt(0), row.getString(1), row.getLong(2), row.getBoolean(3));
  }

  private static List<PeriodRecord.SliceFigures> figures(
      List<ProfileRow> rows, PeriodSizes sizes, PeriodMeasures measures, long first) {
    SortedMap<Slice, List<ProfileRow>> slices = new TreeMap<>();
    for (ProfileRow row : rows) {
      if (row.epochDay() >= first || sizes.showsBefore(row.slice())) {
        slices.computeIfAbsent(Slice.parse(row.slice()), slice -> new ArrayList<>()).add(row);
      }
    }
    List<PeriodRecord.SliceFigures> figures = new ArrayList<>();
    slices.forEach(
        (slice, own) ->
            figures.add(new PeriodRecord.SliceFigures(slice, evidence(own, measures, first))));
    figures.removeIf(slice -> slice.figures().isEmpty());
    return figures;
  }

  private static List<PeriodEvidence> evidence(
      List<ProfileRow> rows, PeriodMeasures measures, long first) {
    Set<String> names =
        rows.stream().map(ProfileRow::metric).collect(Collectors.toCollection(TreeSet::new));
    PeriodComparison comparison = new PeriodComparison(rows, first);
    return measures.of(names).stream().flatMap(measure -> comparison.of(measure).stream()).toList();
  }

  private static PeriodReport.Withheld withheld(
      AuditConfiguration configuration, PeriodSizes sizes, int chosen) {
    int hidden = sizes.withheld();
    int smaller = Math.max(0, sizes.shown() - chosen);
    String reason =
        hidden == 0
            ? ""
            : "%s of the routes are withheld, as a group in them is smaller than %s on some night; where that is one route, another is withheld with it."
                .formatted(hidden, configuration.slices().minimumCell());
    return new PeriodReport.Withheld(hidden, smaller, configuration.slices().personal(), reason);
  }

  List<PeriodRecord.SliceFigures> figures() {
    return figures;
  }

  PeriodReport.Withheld withheld() {
    return withheld;
  }

  /** Whether any figure of a night was judged, so that not all are still learning. */
  boolean isJudged(long night) {
    return sizes.isJudged(night);
  }

  /** Whether a route may be named: one over personal dimensions only where all of it is shown. */
  boolean mayShow(Slice slice) {
    boolean personal = isPersonal(configuration, slice.level());
    return !personal || slice.level().equals(route) && sizes.shows(slice.key());
  }
}
