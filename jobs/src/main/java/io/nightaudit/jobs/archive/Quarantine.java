package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows in quarantine: where each lies, and why; nothing of what it says. */
final class Quarantine {
  static final StructType SCHEMA =
      new StructType()
          .add("night", DataTypes.DateType)
          .add("interaction_id", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("column", DataTypes.StringType)
          .add("file_sha256", DataTypes.StringType)
          .add("row_index", DataTypes.LongType);

  private Quarantine() {}

  static Dataset<Row> empty(SparkSession spark) {
    return spark.createDataFrame(List.of(), SCHEMA);
  }

  static Dataset<Row> of(
      LocalDate night,
      Mapping mapping,
      List<RowChecks.Broken> rules,
      List<InspectedFile> files,
      Dataset<Row> numbered) {
    String id = Target.ID;
    Column position = col(NightCount.BROKEN).cast(DataTypes.IntegerType);
    return numbered
        .filter(position.notEqual(0))
        .select(
            lit(night).as("night"),
            (mapping.has(id) ? col(id) : lit(null).cast(DataTypes.StringType)).as(id),
            element(rules, RowChecks.Broken::reason, position).as("reason"),
            element(rules, RowChecks.Broken::column, position).as("column"),
            hash(files).as("file_sha256"),
            col(CanonicalRows.INDEX).as("row_index"));
  }

  private static Column element(
      List<RowChecks.Broken> rules, Function<RowChecks.Broken, String> part, Column position) {
    return functions.try_element_at(
        functions.lit(rules.stream().map(part).toArray(String[]::new)), position);
  }

  private static Column hash(List<InspectedFile> files) {
    List<InspectedFile> readable = files.stream().filter(InspectedFile::readable).toList();
    String[] paths = readable.stream().map(InspectedFile::path).toArray(String[]::new);
    String[] hashes = readable.stream().map(InspectedFile::sha256).toArray(String[]::new);
    return functions.try_element_at(
        functions.lit(hashes),
        functions.array_position(lit(paths), col(CanonicalRows.PATH)).cast("int"));
  }
}
