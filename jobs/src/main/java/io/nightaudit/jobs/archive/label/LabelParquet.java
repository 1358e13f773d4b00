package io.nightaudit.jobs.archive.label;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Reads labels from a Parquet file, its rows in their order. */
final class LabelParquet {
  private final LabelColumns columns;

  LabelParquet(LabelColumns columns) {
    this.columns = columns;
  }

  List<LabelRow> read(SparkSession spark, String path) {
    Dataset<Row> file = spark.read().parquet(path);
    List<String> header = Arrays.asList(file.columns());
    columns.names().stream()
        .filter(name -> !header.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new LabelFileException(LabelCsv.missing(name, header));
            });
    Column[] wanted =
        columns.names().stream()
            .map(name -> functions.col("`" + name.replace("`", "``") + "`"))
            .toArray(Column[]::new);
    List<LabelRow> rows = new ArrayList<>();
    for (Row row : file.select(wanted).collectAsList()) {
      rows.add(
          new LabelRow(rows.size() + 1, text(row, 0), text(row, 1), text(row, 2), text(row, 3)));
    }
    return rows;
  }

  /** Moments as ISO 8601 has them, everything else as it prints. */
  private static String text(Row row, int position) {
    Object value = row.get(position);
    if (value == null) {
      return "";
    }
    Object plain = value instanceof Timestamp stamp ? stamp.toInstant() : value;
    return plain.toString().strip();
  }
}
