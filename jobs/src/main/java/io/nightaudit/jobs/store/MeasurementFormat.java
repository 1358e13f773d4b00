package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Slice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code measurements}: one readable row for each figure and night. */
final class MeasurementFormat implements RowFormat<MeasurementRow> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .slice()
          .text("metric", "What is measured, such as latency or scores.correct")
          .text("family", "Family of the metric: INPUT, OUTPUT, PERFORMANCE, QUALITY, ...")
          .text("unit", "Unit of value, low, high and the expected numbers")
          .number("value", "Value of the night; NULL where there is none")
          .whole("n", "Values behind it")
          .whole("numerator", "Values that count; NULL where the value is no share")
          .number("low", "Lower end of the 95 % interval of the value")
          .number("high", "Upper end of the 95 % interval of the value")
          .number("daily", "Value on the scale on which the stream is followed")
          .number("daily_variance", "Sampling variance of daily")
          .text("definition", "Hash of what the metric meant; other meanings are not compared")
          .text("verdict", "What is said of the figure, such as WITHIN_TOLERANCE or BREACH")
          .text("reason", "Why, in a few words")
          .number("score", "Score of the night in standard deviations; positive is higher")
          .number("ewma", "Moving average of the scores")
          .of("history", DataTypes.IntegerType, "Nights that the score knows")
          .number("expected", "Value that was expected")
          .number("expected_low", "Lower end of where 19 of 20 nights fall if nothing changes")
          .number("expected_high", "Upper end of where 19 of 20 nights fall if nothing changes")
          .number("distance", "Distance of the distribution from that of the nights before")
          .number("distance_variance", "Sampling variance of distance if nothing changed")
          .number("distance_floor", "What distance is by chance alone")
          .schema();

  @Override
  public String table() {
    return "measurements";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public List<String> reads() {
    return Arrays.stream(SCHEMA.fieldNames()).filter(name -> !name.equals("dimensions")).toList();
  }

  @Override
  public Row row(MeasurementRow measured) {
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, measured.epochDay())
        .slice(Slice.parse(measured.slice()))
        .set("metric", measured.metric())
        .name("family", measured.family())
        .set("unit", measured.unit())
        .number("value", measured.value())
        .set("n", measured.n())
        .set("numerator", measured.numerator() < 0 ? null : measured.numerator())
        .number("low", measured.low())
        .number("high", measured.high())
        .number("daily", measured.y())
        .number("daily_variance", measured.variance())
        .set("definition", measured.definition())
        .name("verdict", measured.verdict())
        .set("reason", measured.reason())
        .number("score", measured.z())
        .number("ewma", measured.ewma())
        .set("history", measured.history())
        .number("expected", measured.expected())
        .number("expected_low", measured.expectedLow())
        .number("expected_high", measured.expectedHigh())
        .number("distance", measured.distance().value())
        .number("distance_variance", measured.distance().variance())
        .number("distance_floor", measured.distance().floor())
        .row();
  }

  @Override
  public MeasurementRow record(RowFields fields) {
    return new MeasurementRow(
        fields.day(NightTable.NIGHT),
        fields.text("slice"),
        fields.text("metric"),
        fields.name("family", Family.class),
        fields.text("unit"),
        fields.number("value"),
        fields.whole("n"),
        fields.isNull("numerator") ? -1 : fields.whole("numerator"),
        fields.number("low"),
        fields.number("high"),
        fields.number("daily"),
        fields.number("daily_variance"),
        fields.text("definition"),
        fields.name("verdict", Verdict.class),
        fields.text("reason"),
        fields.number("score"),
        fields.number("ewma"),
        fields.small("history"),
        fields.number("expected"),
        fields.number("expected_low"),
        fields.number("expected_high"),
        distance(fields));
  }

  private static DailyDistance distance(RowFields fields) {
    return new DailyDistance(
        fields.number("distance"),
        fields.number("distance_variance"),
        fields.number("distance_floor"));
  }

  @Override
  public Comparator<MeasurementRow> order() {
    return Comparator.comparingLong(MeasurementRow::epochDay)
        .thenComparing(MeasurementRow::slice)
        .thenComparing(MeasurementRow::metric);
  }
}
