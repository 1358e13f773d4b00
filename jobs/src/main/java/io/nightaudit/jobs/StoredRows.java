package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.store.ComparisonRow;
import io.nightaudit.jobs.store.MeasurementRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The rows of judged slices for the tables; a cell too small to be shown has none. */
final class StoredRows {
  private StoredRows() {}

  static List<MeasurementRow> measurements(JudgedSlice slice, Shown shown) {
    List<MeasurementRow> rows = new ArrayList<>();
    slice
        .judgements()
        .forEach(
            (measure, judgements) -> {
              ComparedStream stream = slice.compared().streams().get(measure);
              judgements.forEach(
                  (night, judgement) -> {
                    if (!shown.isHidden(slice, night)) {
                      rows.add(measurement(slice, stream, night, judgement));
                    }
                  });
            });
    return rows;
  }

  private static MeasurementRow measurement(
      JudgedSlice slice, ComparedStream stream, long night, Judgement judgement) {
    return MeasurementRow.of(
        slice.slice(),
        stream.measure(),
        night,
        stream.evidence().get(night),
        judgement,
        stream.nights().get(night));
  }

  static List<ComparisonRow> comparisons(JudgedSlice slice, Shown shown) {
    List<ComparisonRow> rows = new ArrayList<>();
    for (Measure measure : slice.compared().streams().keySet()) {
      SortedMap<Long, io.nightaudit.jobs.comparison.Evidence> evidence =
          slice.compared().streams().get(measure).evidence();
      evidence.forEach(
          (night, found) -> {
            if (found.baseline().nights() > 0 && !shown.isHidden(slice, night)) {
              rows.add(ComparisonRow.of(slice.slice(), measure, night, found));
            }
          });
    }
    return rows;
  }
}
