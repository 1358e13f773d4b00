package io.nightaudit.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
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

  /** Adds rows; the properties hold from the table's creation on. */
  void append(Dataset<Row> rows, Map<String, String> properties) {
    save(writer(rows).mode(SaveMode.Append).options(properties));
  }

  /**
   * Replaces partitions by rows, which must be of these partitions. Where no partition has a folder
   * the table holds no row of it: adding the rows is the same, without looking for files to remove.
   */
  void replace(String column, Set<LocalDate> partitions, Dataset<Row> rows) {
    DataFrameWriter<Row> writer = writer(rows).partitionBy(column);
    if (holdsAny(column, partitions)) {
      writer = writer.mode(SaveMode.Overwrite).option("replaceWhere", oneOf(column, partitions));
    } else {
      writer = writer.mode(SaveMode.Append);
    }
    save(writer);
  }

  /** Adds the columns that the table lacks; rows that it has keep no value there. */
  void addColumns(String partitions, StructType schema) {
    if (lacksColumns(schema)) {
      save(writer(nothing(schema)).partitionBy(partitions).mode(SaveMode.Append));
    }
  }

  /** The same in a table without partitions. */
  void addColumns(StructType schema) {
    if (lacksColumns(schema)) {
      append(nothing(schema), Map.of());
    }
  }

  private boolean lacksColumns(StructType schema) {
    return exists() && !Set.of(load().columns()).containsAll(List.of(schema.fieldNames()));
  }

  /** No row. */
  Dataset<Row> nothing(StructType schema) {
    return spark().createDataFrame(List.of(), schema);
  }

  private boolean holdsAny(String column, Set<LocalDate> partitions) {
    if (!exists()) {
      return false;
    }
    Set<String> folders = new HashSet<>(names(path));
    return partitions.stream().anyMatch(date -> folders.contains(column + "=" + date));
  }

  private static String oneOf(String column, Set<LocalDate> partitions) {
    return partitions.stream()
        .map(date -> "DATE'" + date + "'")
        .collect(Collectors.joining(",", column + " IN (", ")"));
  }

  /** Columns that a table of an earlier version does not have are added to it. */
  private DataFrameWriter<Row> writer(Dataset<Row> rows) {
    DataFrameWriter<Row> writer =
        rows.write().format("delta").options(PROPERTIES).option("mergeSchema", "true");
    return store.runId().isEmpty() ? writer : writer.option("userMetadata", store.runId());
  }

  private void save(DataFrameWriter<Row> writer) {
    store.lock().requireHeld();
    writer.save(path.toString());
    exists = true;
  }

  /**
   * All rows; none of this schema where nothing was written yet. A column that a table of an
   * earlier version does not have is NULL.
   */
  Dataset<Row> read(StructType schema) {
    return exists() ? load().to(schema) : nothing(schema);
  }

  private Dataset<Row> load() {
    return spark().read().format("delta").load(path.toString());
  }

  /** A table exists from its first commit on, not from its folder on. */
  boolean exists() {
    if (!exists) {
      exists =
          names(new Path(path, "_delta_log")).stream()
              .anyMatch(name -> name.endsWith(".json") && !name.startsWith("."));
    }
    return exists;
  }

  private List<String> names(Path of) {
    try {
      return store.files().names(of);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + of, e);
    }
  }
}
