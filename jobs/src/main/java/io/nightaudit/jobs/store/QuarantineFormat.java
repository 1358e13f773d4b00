package io.nightaudit.jobs.store;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code quarantine}: rows that break the contract, by id alone. */
final class QuarantineFormat implements RowFormat<QuarantineRow> {
  private static final StructType SCHEMA =
      Columns.ofNights()
          .text("interaction_id", "Id of the interaction; NULL where it has none")
          .text("reason", "What is wrong, such as NEGATIVE_INPUT_TOKENS")
          .text("column", "Canonical column whose value it is")
          .text("file_sha256", "Hash of the file in which the row lies, hexadecimal")
          .whole("row_index", "Position of the row in its file, from 0")
          .schema();

  @Override
  public String table() {
    return "quarantine";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(QuarantineRow quarantined) {
    String id = quarantined.interactionId();
    return new RowValues(SCHEMA)
        .day(NightTable.NIGHT, quarantined.epochDay())
        .set("interaction_id", id.isEmpty() ? null : id)
        .set("reason", quarantined.reason())
        .set("column", quarantined.column())
        .set("file_sha256", quarantined.fileSha256())
        .set("row_index", quarantined.rowIndex())
        .row();
  }

  @Override
  public QuarantineRow record(RowFields fields) {
    return new QuarantineRow(
        fields.day(NightTable.NIGHT),
        fields.text("interaction_id"),
        fields.text("reason"),
        fields.text("column"),
        fields.text("file_sha256"),
        fields.whole("row_index"));
  }

  @Override
  public Comparator<QuarantineRow> order() {
    return Comparator.comparingLong(QuarantineRow::epochDay)
        .thenComparing(QuarantineRow::fileSha256)
        .thenComparingLong(QuarantineRow::rowIndex)
        .thenComparing(QuarantineRow::reason);
  }
}
