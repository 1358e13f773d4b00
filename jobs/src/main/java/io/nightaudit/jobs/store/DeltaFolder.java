package io.nightaudit.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One Delta table by its path; the first write creates it. */
final class DeltaFolder {
  /**
   * What every table is created with: any reader can read it, and nights stay in its history for
   * more than a year.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.enableDeletionVectors", "false",
          "delta.columnMapping.mode", "none",
          "delta.logRetentionDuration", "interval 400 days",
          "delta.deletedFileRetentionDuration", "interval 400 days",
          "delta.checkpointInterval", "20",
          "delta.dataSkippingNumIndexedCols", "0");

  private final StoreContext store;
  private final Path path;
  private volatile boolean exists;

  DeltaFolder(StoreContext store, String table) {
    this.store = store;
    this.path = new Path(new Path(store.path(), StoreFormat.TABLES), table);
  }

  SparkSession spark() {
    return store.spark();
  }

  /** Commits rows, with what says how. */
  void write(Dataset<Row> rows, UnaryOperator<DataFrameWriter<Row>> how) {
    store.lock().requireHeld();
    DataFrameWriter<Row> writer = rows.write().format("delta").options(PROPERTIES);
    if (!store.runId().isEmpty()) {
      writer = writer.option("userMetadata", store.runId());
    }
    how.apply(writer).save(path.toString());
    exists = true;
  }

  /** All rows; none of this schema where nothing was written yet. */
  Dataset<Row> read(StructType schema) {
    return exists()
        ? spark().read().format("delta").load(path.toString())
        : spark().createDataFrame(List.of(), schema);
  }

  /** A table exists from its first commit on, not from its folder on. */
  private boolean exists() {
    if (!exists) {
      try {
        exists =
            store.files().names(new Path(path, "_delta_log")).stream()
                .anyMatch(name -> name.endsWith(".json") && !name.startsWith("."));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + path, e);
      }
    }
    return exists;
  }
}
