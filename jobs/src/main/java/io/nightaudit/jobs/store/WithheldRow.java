package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.suppression.Withheld;
import java.io.Serializable;

/**
 * A row of the table {@code withheld}: a cell that is not shown, or the value of a night that one
 * of its streams is followed with.
 *
 * @param cell the cell
 * @param value {@link Value#NONE} where the row is of the cell as such
 */
public record WithheldRow(Withheld cell, Value value) implements Serializable {
  /** The row of a cell as such. */
  public static WithheldRow of(Withheld cell) {
    return new WithheldRow(cell, Value.NONE);
  }

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
    static final Value NONE =
        new Value("", "", Double.NaN, 0, Double.NaN, Double.NaN, DailyDistance.NONE);

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
