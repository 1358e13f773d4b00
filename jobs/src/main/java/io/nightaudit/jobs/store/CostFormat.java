package io.nightaudit.jobs.store;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostLine;
import java.math.BigDecimal;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code cost_ledger}: exact tokens and money by who caused them. */
final class CostFormat implements RowFormat<CostRow> {
  /** Digits after the point: picodollars. */
  private static final int SCALE = 12;

  private static final StructType SCHEMA =
      Columns.ofNights()
          .of(
              "dimensions",
              Columns.DIMENSIONS,
              "Who caused it; (withheld) stands for all keys of few people together")
          .text("meter", "input, output, cache-read, cache-write, reasoning, reported, unpriced")
          .whole("interactions", "Interactions that used the meter")
          .whole("tokens", "Tokens counted by the meter")
          .of("usd", DataTypes.createDecimalType(38, SCALE), "Exact cost in US dollars")
          .of("priced", DataTypes.BooleanType, "Whether the cost is known; usd is 0 where not")
          .schema();

  @Override
  public String table() {
    return "cost_ledger";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(CostRow cost) {
    return put(new RowValues(SCHEMA), cost).row();
  }

  static RowValues put(RowValues values, CostRow cost) {
    CostLine line = cost.line();
    return values
        .day(NightTable.NIGHT, cost.epochDay())
        .map("dimensions", line.key().dimensions())
        .set("meter", line.meter())
        .set("interactions", line.interactions())
        .set("tokens", line.tokens())
        .set("usd", BigDecimal.valueOf(line.picoDollars(), SCALE))
        .set("priced", line.priced());
  }

  @Override
  public CostRow record(RowFields fields) {
    return new CostRow(
        fields.day(NightTable.NIGHT),
        new CostLine(
            new Slice(fields.map("dimensions")),
            fields.text("meter"),
            fields.whole("interactions"),
            fields.whole("tokens"),
            fields.decimal("usd").movePointRight(SCALE).longValueExact(),
            fields.flag("priced")));
  }

  @Override
  public Comparator<CostRow> order() {
    return Comparator.comparingLong(CostRow::epochDay)
        .thenComparing(cost -> cost.line().key())
        .thenComparing(cost -> cost.line().meter());
  }
}
