package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.Summary;
import io.nightaudit.metrics.summary.TermCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import scala.Tuple2;

/**
 * Makes rows of merged slices: bounds are applied here, after the last merge, and a slice of fewer
 * than the smallest cell keeps no words.
 */
record ProfileRows(long epochDay, List<String> metrics, List<String> definitions, int minimumCell)
    implements Serializable {
  private static final int LARGEST_CATEGORIES = 1_000;

  ProfileRows {
    metrics = List.copyOf(metrics);
    definitions = List.copyOf(definitions);
  }

  List<ProfileRow> of(Tuple2<String, byte[]> slice) {
    String key = slice._1().substring(PartitionProfiler.SLICE.length());
    List<ProfileRow> rows = new ArrayList<>();
    SliceSummaries.read(slice._2())
        .forEach(
            (position, summary) -> {
              if (keeps(summary)) {
                rows.add(row(key, position, bounded(summary)));
              }
            });
    return rows;
  }

  private boolean keeps(Summary summary) {
    return !(summary instanceof TermCounts) || summary.count() >= minimumCell;
  }

  private static Summary bounded(Summary summary) {
    return summary instanceof CategoryCounts counts ? counts.bounded(LARGEST_CATEGORIES) : summary;
  }

  private ProfileRow row(String key, int position, Summary summary) {
    return new ProfileRow(
        epochDay,
        key,
        metrics.get(position),
        summary.count(),
        summary.missing(),
        definitions.get(position),
        summary.toBytes());
  }
}
