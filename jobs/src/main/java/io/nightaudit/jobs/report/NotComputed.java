package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metrics that a night has no value of, each with the column that it lacks. */
public final class NotComputed {
  private NotComputed() {}

  /** The first column that a metric lacks on a night; empty where it has them all. */
  static Optional<String> lacking(Metric metric, NightRecord record) {
    boolean priced = !record.configuration().prices().book().prices().isEmpty();
    return lacking(metric, record.coverage(), priced);
  }

  /** The first column that a metric lacks on a night; empty where it has them all. */
  public static Optional<String> lacking(Metric metric, Coverage coverage, boolean priced) {
    List<String> present = coverage.present();
    if (metric == Metric.SCORES) {
      boolean any = present.stream().anyMatch(name -> name.startsWith(Column.SCORE_PREFIX));
      return any ? Optional.empty() : Optional.of(Column.SCORES.id());
    }
    return metric.needs().stream()
        .filter(column -> !(priced && column == Column.REPORTED_COST))
        .map(Column::id)
        .filter(column -> !present.contains(column))
        .findFirst();
  }

  /** The figures of all traffic that have no value tonight. */
  static List<Report.Figure> figures(NightRecord record, FigureComposer composer) {
    List<Report.Figure> figures = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Measure measure = Measure.of(metric);
      Optional<String> lacking = lacking(metric, record);
      if (lacking.isPresent()) {
        figures.add(
            composer.without(
                measure,
                Slice.ALL,
                Verdict.NOT_COMPUTED,
                "The archive has no column " + lacking.get() + "."));
      } else if (isOneStream(metric) && !hasValue(record, measure)) {
        figures.add(
            composer.without(
                measure, Slice.ALL, Verdict.INSUFFICIENT_DATA, "No row has a value tonight."));
      }
    }
    return figures;
  }

  private static boolean isOneStream(Metric metric) {
    return metric != Metric.SCORES && !(metric.extraction() instanceof Extraction.ShareOfEach);
  }

  private static boolean hasValue(NightRecord record, Measure measure) {
    return record
        .all()
        .map(slice -> slice.compared().streams().get(measure))
        .map(stream -> stream.evidence().containsKey(record.epochDay()))
        .orElse(false);
  }
}
