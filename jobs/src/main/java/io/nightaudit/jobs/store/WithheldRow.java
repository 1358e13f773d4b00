package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.suppression.Withheld;
import java.io.Serializable;
import java.util.Optional;

/**
 * A row of the table {@code withheld}: a cell that is not shown, or the value of a night that one
 * of its streams is followed with.
 *
 * @param cell the cell
 * @param value empty where the row is of the cell as such
 */
public record WithheldRow(Withheld cell, Optional<Value> value) implements Serializable {
  /** The daily value of a stream, as {@link MeasurementRow} has it. */
  public record Value(
      String metric,
      String definition,
      double value,
      long n,
      double y,
      double variance,
      DailyDistance distance)
      implements Serializable {
    public static Value of(MeasurementRow row) {
      return new Value(
          row.metric(),
          row.definition(),
          row.value(),
          row.n(),
          row.y(),
          row.variance(),
          row.distance());
    }
  }
}
