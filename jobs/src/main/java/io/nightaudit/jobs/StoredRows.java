package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.store.ComparisonRow;
import io.nightaudit.jobs.store.MeasurementRow;
import io.nightaudit.jobs.store.WithheldRow;
import io.nightaudit.jobs.suppression.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The rows of judged slices for the tables; what is withheld has rows in a table of its own. */
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

  /** What the nights teach about the streams of a slice where no other table has it. */
  static List<WithheldRow> withheld(JudgedSlice slice, Map<Slice, Map<Long, Withheld>> cells) {
    Map<Long, Withheld> nights = cells.getOrDefault(slice.slice(), Map.of());
    List<WithheldRow> rows = new ArrayList<>();
    nights
        .values()
        .forEach(
            cell ->
                slice
                    .judgements()
                    .forEach(
                        (measure, judgements) ->
                            Optional.ofNullable(judgements.get(cell.epochDay()))
                                .map(judgement -> value(slice, measure, cell, judgement))
                                .ifPresent(rows::add)));
    return rows;
  }

  private static WithheldRow value(
      JudgedSlice slice, Measure measure, Withheld cell, Judgement judgement) {
    ComparedStream stream = slice.compared().streams().get(measure);
    return new WithheldRow(
        cell, WithheldRow.Value.of(measurement(slice, stream, cell.epochDay(), judgement)));
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
