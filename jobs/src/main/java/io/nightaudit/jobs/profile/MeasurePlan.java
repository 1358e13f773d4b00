package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the pass computes on one night: the measures whose columns the night has.
 *
 * @param measures in catalogue order; a score has one for each name
 * @param schema what the interactions have
 */
public record MeasurePlan(List<Measure> measures, InteractionSchema schema)
    implements Serializable {
  private static final int SCORE_SCALE = 6;

  public MeasurePlan {
    measures = List.copyOf(measures);
  }

  /** The plan of a night; costs count as a column where there are prices. */
  public static MeasurePlan of(InteractionSchema schema, boolean priced) {
    List<Measure> measures = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (metric == Metric.SCORES) {
        schema.scores().forEach(score -> measures.add(new Measure(metric, score)));
      } else if (!metric.extraction().derived() && missing(metric, schema, priced).isEmpty()) {
        measures.add(Measure.of(metric));
      }
    }
    return new MeasurePlan(measures, schema);
  }

  /** The first column that a metric lacks on a night, if it lacks one. */
  public static Optional<String> missing(Metric metric, InteractionSchema schema, boolean priced) {
    if (metric == Metric.SCORES) {
      return schema.scores().isEmpty() ? Optional.of(Column.SCORES.id()) : Optional.empty();
    }
    return metric.needs().stream()
        .filter(column -> !(priced && column == Column.REPORTED_COST))
        .filter(column -> schema.position(column) < 0)
        .map(Column::id)
        .findFirst();
  }

  /** How the value of a measure is extracted: scores of yes and no are shares. */
  Extraction extraction(Measure measure) {
    if (measure.metric() != Metric.SCORES) {
      return measure.metric().extraction();
    }
    int position = schema.scores().indexOf(measure.argument());
    return schema.booleanScores().contains(measure.argument())
        ? new Extraction.Share(o -> !Double.isNaN(o.score(position)), o -> o.score(position) > 0)
        : new Extraction.Quantity(SCORE_SCALE, o -> o.score(position));
  }
}
