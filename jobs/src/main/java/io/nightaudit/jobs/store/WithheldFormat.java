package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.store.WithheldRow.Value;
import io.nightaudit.jobs.suppression.Reason;
import io.nightaudit.jobs.suppression.Withheld;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code withheld}: what no other table shows. Who may read it is a matter of who may
 * read {@code profiles}.
 */
final class WithheldFormat implements RowFormat<WithheldRow> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .slice()
          .text("why", "SMALL, COMPLEMENTARY or PERSISTENT")
          .day("origin", "The last night on which a cell that it is withheld for was too small")
          .text("metric", "What is measured; empty in the row of the slice as such")
          .text("definition", "Hash of what the metric meant; other meanings are not compared")
          .number("value", "Value of the night. Controlled like profiles: of few people")
          .whole("n", "Values behind it. Controlled like profiles: of few people")
          .number("daily", "Value on the scale on which the stream is followed")
          .number("daily_variance", "Sampling variance of daily")
          .number("distance", "Distance of the distribution from that of the nights before")
          .number("distance_variance", "Sampling variance of distance if nothing changed")
          .number("distance_floor", "What distance is by chance alone")
          .schema();

  @Override
  public String table() {
    return "withheld";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(WithheldRow withheld) {
    Value value = withheld.value();
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, withheld.cell().epochDay())
        .slice(withheld.cell().slice())
        .name("why", withheld.cell().reason())
        .day("origin", withheld.cell().origin())
        .set("metric", value.metric())
        .set("definition", value.definition())
        .number("value", value.value())
        .set("n", value.n())
        .number("daily", value.y())
        .number("daily_variance", value.variance())
        .number("distance", value.distance().value())
        .number("distance_variance", value.distance().variance())
        .number("distance_floor", value.distance().floor())
        .row();
  }

  @Override
  public WithheldRow record(RowFields fields) {
    Withheld cell =
        new Withheld(
            fields.day(NightTable.NIGHT),
            fields.slice("slice"),
            fields.name("why", Reason.class),
            fields.day("origin"));
    return fields.text("metric").isEmpty()
        ? WithheldRow.of(cell)
        : new WithheldRow(cell, value(fields));
  }

  private static Value value(RowFields fields) {
    return new Value(
        fields.text("metric"),
        fields.text("definition"),
        fields.number("value"),
        fields.whole("n"),
        fields.number("daily"),
        fields.number("daily_variance"),
        new DailyDistance(
            fields.number("distance"),
            fields.number("distance_variance"),
            fields.number("distance_floor")));
  }

  @Override
  public List<String> reads() {
    return List.of(SCHEMA.fieldNames()).stream()
        .filter(name -> !name.equals("dimensions"))
        .toList();
  }

  @Override
  public Comparator<WithheldRow> order() {
    return Comparator.comparing(WithheldRow::cell).thenComparing(row -> row.value().metric());
  }
}
