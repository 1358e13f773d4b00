package io.nightaudit.jobs.store;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code cost_cells}: the cost ledger before small keys are withheld, where its keys are
 * personal. Who may read it is a matter of who may read {@code profiles}.
 */
final class CostCellFormat implements RowFormat<CostCellRow> {
  private static final CostFormat LINE = new CostFormat();

  private static final StructType SCHEMA =
      with(
          LINE.schema(),
          new Columns()
              .whole(
                  "people",
                  "Different users of the key, or its interactions. Controlled like profiles")
              .whole("key_interactions", "Interactions of the key. Controlled like profiles")
              .schema());

  private static StructType with(StructType schema, StructType more) {
    StructType all = schema;
    for (StructField field : more.fields()) {
      all = all.add(field);
    }
    return all;
  }

  @Override
  public String table() {
    return "cost_cells";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(CostCellRow cell) {
    RowValues values = new RowValues(SCHEMA);
    CostFormat.put(values, new CostRow(cell.epochDay(), cell.line()));
    return values.set("people", cell.people()).set("key_interactions", cell.interactions()).row();
  }

  @Override
  public CostCellRow record(RowFields fields) {
    CostRow row = LINE.record(fields);
    return new CostCellRow(
        row.epochDay(), row.line(), fields.whole("people"), fields.whole("key_interactions"));
  }

  @Override
  public Comparator<CostCellRow> order() {
    return Comparator.comparing(cell -> new CostRow(cell.epochDay(), cell.line()), LINE.order());
  }
}
