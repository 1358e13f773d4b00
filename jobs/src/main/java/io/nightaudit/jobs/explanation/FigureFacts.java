package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.comparison.BaselineNight;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.metrics.summary.Summary;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that the store knows of one figure.
 *
 * @param stored the row of {@code measurements} with that of {@code comparisons}
 * @param reported the figure of the report, where it shows it
 * @param recomputed evidence and judgement out of the stored profiles
 * @param tonight the summaries of the night, by measure
 * @param before the same of the nights compared with, merged
 * @param window every night of the baseline
 * @param daily the value of every known night up to tonight
 */
record FigureFacts(
    Measure measure,
    Slice slice,
    Optional<StoredFigure> stored,
    Optional<Report.Figure> reported,
    Optional<Recomputed> recomputed,
    SortedMap<String, Summary> tonight,
    SortedMap<String, Summary> before,
    List<BaselineNight> window,
    SortedMap<Long, StreamNight> daily) {

  /** Evidence and judgement of the night, made anew. */
  record Recomputed(Evidence evidence, Judgement judgement, StreamNight daily) {
    StoredFigure figure() {
      return StoredFigure.of(evidence, judgement, daily);
    }
  }

  /** The unit of the value: a score of yes and no is a share. */
  String unit() {
    return isShare() ? "share" : measure.metric().unit();
  }

  boolean isShare() {
    return stored.map(figure -> figure.numerator() >= 0).orElse(false);
  }

  double value() {
    return stored.map(StoredFigure::value).orElse(Double.NaN);
  }
}
