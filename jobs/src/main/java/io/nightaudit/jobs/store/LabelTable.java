package io.nightaudit.jobs.store;

import io.nightaudit.jobs.archive.label.HumanLabel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code labels}: what people said of interactions, in rows that no run ever changes. It
 * holds interaction ids, as the review queue does. It is in no chain: each row names, by hash, the
 * file that it came in.
 */
public final class LabelTable {
  static final String TABLE = "labels";

  static final StructType SCHEMA =
      new Columns()
          .day("night", "Night of the interaction; NULL where no review queue held it on import")
          .text("interaction_id", "Id of the interaction")
          .text("target", "What was judged: a score, such as scores.correct, or guardrail")
          .number("label", "1 for yes, 0 for no, or a number on the scale of the score")
          .text("who", "Who said it, as the file names them; no report does")
          .of("labelled_at", DataTypes.TimestampType, "When it was said")
          .of(
              "imported_at",
              DataTypes.TimestampType,
              "When it was imported, by the machine's clock")
          .text("import", "SHA-256 of the file it came in, hexadecimal")
          .schema();

  private final DeltaFolder folder;

  LabelTable(DeltaFolder folder) {
    this.folder = folder;
  }

  /** Adds the labels of one file in one commit. */
  public void append(List<HumanLabel> labels, String sha256, Instant importedAt) {
    List<Row> rows = labels.stream().map(label -> row(label, sha256, importedAt)).toList();
    folder.append(
        folder.spark().createDataFrame(rows, SCHEMA).coalesce(1),
        Map.of("delta.appendOnly", "true"));
  }

  /** When a file was imported for a target, if it was. */
  public Optional<Instant> imported(String sha256, String target) {
    Dataset<Row> rows =
        folder
            .read(SCHEMA)
            .where(functions.col("import").equalTo(sha256))
            .where(functions.col("target").equalTo(target))
            .limit(1);
    return rows.collectAsList().stream()
        .findFirst()
        .map(row -> new RowFields(row).instant("imported_at"));
  }

  /** Every label, in no order. */
  public List<HumanLabel> list() {
    return folder.read(SCHEMA).collectAsList().stream()
        .map(row -> label(new RowFields(row)))
        .toList();
  }

  private static Row row(HumanLabel label, String sha256, Instant importedAt) {
    RowValues values =
        new RowValues(SCHEMA)
            .set("interaction_id", label.interactionId())
            .set("target", label.target())
            .number("label", label.value())
            .set("who", label.who())
            .set("labelled_at", label.labelledAt())
            .set("imported_at", importedAt)
            .set("import", sha256);
    label.night().ifPresent(night -> values.day("night", night));
    return values.row();
  }

  private static HumanLabel label(RowFields fields) {
    return new HumanLabel(
        fields.isNull("night") ? Optional.empty() : Optional.of(fields.day("night")),
        fields.text("interaction_id"),
        fields.text("target"),
        fields.number("label"),
        fields.text("who"),
        fields.instant("labelled_at"));
  }
}
