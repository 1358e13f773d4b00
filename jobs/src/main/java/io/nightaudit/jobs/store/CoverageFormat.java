package io.nightaudit.jobs.store;

import io.nightaudit.jobs.archive.Coverage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code coverage}: what was read of each night, one row a night. */
final class CoverageFormat implements RowFormat<Coverage> {
  private static final StructType FILE =
      new Columns()
          .text("sha256", "Hash of the content, hexadecimal")
          .whole("bytes", "Size")
          .whole("rows", "Rows; 0 where it cannot be read")
          .text("problem", "Why it cannot be read; empty where it can")
          .schema();

  private static final StructType SCHEMA =
      Columns.ofNights()
          .text("input", "READ, MISSING (no file) or UNREADABLE (no file can be read)")
          .whole("rows_read", "Readable rows: kept, in quarantine and duplicate")
          .whole("rows_kept", "Rows that are measured")
          .whole("rows_quarantined", "Rows whose values break the contract")
          .whole("rows_duplicate", "Rows whose key another, later row has")
          .whole("rows_late", "Rows found in later folders; part of rows_read")
          .of("quarantine", Columns.map(DataTypes.LongType), "Quarantined rows by reason")
          .of("files", DataTypes.createArrayType(FILE), "Every file, by hash and size")
          .of(
              "hours",
              DataTypes.createArrayType(DataTypes.LongType),
              "Kept rows by hour since the night began")
          .of(
              "missing_columns",
              Columns.map(DataTypes.StringType),
              "Mapped columns that no file has, with what was looked for")
          .of("present", Columns.TEXTS, "Canonical columns that the night has")
          .schema();

  @Override
  public String table() {
    return "coverage";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Row row(Coverage coverage) {
    return new RowValues(SCHEMA)
        .set(NightTable.NIGHT, coverage.night())
        .name("input", coverage.input())
        .set("rows_read", coverage.rowsRead())
        .set("rows_kept", coverage.rowsKept())
        .set("rows_quarantined", coverage.rowsQuarantined())
        .set("rows_duplicate", coverage.rowsDuplicate())
        .set("rows_late", coverage.rowsLate())
        .map("quarantine", coverage.quarantine())
        .list("files", coverage.files().stream().map(CoverageFormat::row).toList())
        .list("hours", coverage.hours())
        .map("missing_columns", coverage.missingColumns())
        .list("present", coverage.present())
        .row();
  }

  private static Row row(Coverage.ArchiveFile file) {
    return new RowValues(FILE)
        .set("sha256", file.sha256())
        .set("bytes", file.bytes())
        .set("rows", file.rows())
        .set("problem", file.problem())
        .row();
  }

  @Override
  public Coverage record(RowFields fields) {
    return new Coverage(
        LocalDate.ofEpochDay(fields.day(NightTable.NIGHT)),
        fields.name("input", Coverage.Input.class),
        fields.whole("rows_read"),
        fields.whole("rows_kept"),
        fields.whole("rows_quarantined"),
        fields.whole("rows_duplicate"),
        fields.whole("rows_late"),
        fields.map("quarantine"),
        fields.structs("files", CoverageFormat::file),
        List.copyOf(fields.list("hours")),
        fields.map("missing_columns"),
        fields.list("present"));
  }

  private static Coverage.ArchiveFile file(RowFields fields) {
    return new Coverage.ArchiveFile(
        fields.text("sha256"), fields.whole("bytes"), fields.whole("rows"), fields.text("problem"));
  }

  @Override
  public Comparator<Coverage> order() {
    return Comparator.comparing(Coverage::night);
  }
}
