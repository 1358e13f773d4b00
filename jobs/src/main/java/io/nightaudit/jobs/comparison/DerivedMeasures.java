package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.metrics.summary.CategoryCounts;
import java.util.ArrayList;
import java.util.List;

/** Measures that are read off the summaries of others. */
public final class DerivedMeasures {
  /** A rule that names itself is not worth a stream of its own beyond so many. */
  private static final int LARGEST_EACH = 50;

  private DerivedMeasures() {}

  /** The derived measures that a night has the summaries for. */
  static List<Measure> of(NightCells night) {
    List<Measure> measures = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (metric.extraction() instanceof Extraction.ShareOfEach each) {
        night
            .get(each.source(), CategoryCounts.class)
            .ifPresent(counts -> ofEach(metric, counts, measures));
      } else if (metric.extraction().derived() && has(night, Measure.of(metric))) {
        measures.add(Measure.of(metric));
      }
    }
    return measures;
  }

  /** The summaries that a measure is read off; its own where it is not derived. */
  public static List<String> sources(Measure measure) {
    Extraction extraction = measure.metric().extraction();
    if (extraction instanceof Extraction.Quantile quantile) {
      return List.of(quantile.source());
    } else if (extraction instanceof Extraction.Total total) {
      return List.of(total.source());
    } else if (extraction instanceof Extraction.ShareOfEach each) {
      return List.of(each.source(), each.among());
    }
    return List.of(measure.name());
  }

  private static boolean has(NightCells night, Measure measure) {
    return sources(measure).stream().allMatch(night.summaries()::containsKey);
  }

  private static void ofEach(Metric metric, CategoryCounts counts, List<Measure> measures) {
    counts
        .largest(LARGEST_EACH)
        .forEach(entry -> measures.add(new Measure(metric, entry.getKey())));
  }
}
