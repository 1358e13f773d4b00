package io.nightaudit.jobs;

import io.nightaudit.jobs.export.FocusCharge;
import io.nightaudit.jobs.export.FocusColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Charges as one Parquet file. */
final class FocusFile {
  private static final StructType SCHEMA =
      DataTypes.createStructType(
          Arrays.stream(FocusColumn.values()).map(FocusFile::field).toArray(StructField[]::new));

  private FocusFile() {}

  private static StructField field(FocusColumn column) {
    return DataTypes.createStructField(column.title(), type(column), true);
  }

  private static DataType type(FocusColumn column) {
    if (column.type() == Double.class) {
      return DataTypes.DoubleType;
    }
    return column.type() == String.class ? DataTypes.StringType : DataTypes.TimestampType;
  }

  /** Writes the file, in place of one of the same name. */
  static void write(Path file, List<FocusCharge> charges, SparkSession spark) {
    List<Row> rows =
        charges.stream()
            .map(charge -> RowFactory.create(FocusColumn.row(charge).toArray()))
            .toList();
    Path folder = file.toAbsolutePath().getParent().resolve("." + file.getFileName() + ".new");
    spark
        .createDataFrame(rows, SCHEMA)
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder.toUri().toString());
    try {
      moveOnlyPart(folder, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void moveOnlyPart(Path folder, Path file) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      Path part =
          all.stream()
              .filter(path -> path.getFileName().toString().matches("part-.*\\.parquet"))
              .findFirst()
              .orElseThrow(() -> new IOException("Spark wrote no file into " + folder));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      for (Path left : all) {
        Files.deleteIfExists(left);
      }
    }
  }
}
