package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Slice;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code comparisons}: each figure of a night against the nights before. */
final class ComparisonFormat implements RowFormat<ComparisonRow> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .slice()
          .text("metric", "What is compared, such as latency or scores.correct")
          .text("against", "What it is compared with: baseline is the nights before")
          .number("baseline_value", "Value before; NULL where there is no night before")
          .whole("baseline_n", "Values behind it")
          .of("baseline_nights", DataTypes.IntegerType, "Nights behind it")
          .text("change_kind", "POINTS (of two shares), RATIO (tonight / before - 1), DIFFERENCE")
          .number("change", "Tonight against before")
          .number("change_low", "Lower end of the 95 % interval of the change")
          .number("change_high", "Upper end of the 95 % interval of the change")
          .of(
              "distances",
              Columns.map(DataTypes.DoubleType),
              "Distances between the distributions, by name; empty where there is none")
          .schema();

  @Override
  public String table() {
    return "comparisons";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(ComparisonRow compared) {
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, compared.epochDay())
        .slice(Slice.parse(compared.slice()))
        .set("metric", compared.metric())
        .set("against", compared.against())
        .number("baseline_value", compared.baseline().value())
        .set("baseline_n", compared.baseline().n())
        .set("baseline_nights", compared.baseline().nights())
        .name("change_kind", compared.change().kind())
        .number("change", compared.change().value())
        .number("change_low", compared.change().low())
        .number("change_high", compared.change().high())
        .map("distances", compared.distances())
        .row();
  }

  @Override
  public ComparisonRow record(RowFields fields) {
    return new ComparisonRow(
        fields.day(NightTable.NIGHT),
        fields.text("slice"),
        fields.text("metric"),
        fields.text("against"),
        new Evidence.Baseline(
            fields.number("baseline_value"),
            fields.whole("baseline_n"),
            fields.small("baseline_nights")),
        new Evidence.Change(
            fields.name("change_kind", Evidence.ChangeKind.class),
            fields.number("change"),
            fields.number("change_low"),
            fields.number("change_high")),
        fields.map("distances"));
  }

  @Override
  public Comparator<ComparisonRow> order() {
    return Comparator.comparingLong(ComparisonRow::epochDay)
        .thenComparing(ComparisonRow::slice)
        .thenComparing(ComparisonRow::metric)
        .thenComparing(ComparisonRow::against);
  }
}
