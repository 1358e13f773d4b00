package io.nightaudit.jobs.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The least that any audit has to do: every column it needs read once, nothing done with it. */
public final class BareScan {
  private final List<Dataset<Row>> tables = new ArrayList<>();

  /** The scan of the columns and files that some interactions are read from. */
  public BareScan(SparkSession spark, Dataset<Row> interactions) {
    CollectionConverters.asJava(interactions.queryExecution().sparkPlan().collectLeaves())
        .forEach(
            leaf -> {
              if (leaf instanceof FileSourceScanExec scan) {
                tables.add(
                    spark
                        .read()
                        .schema(ofArchive(scan.requiredSchema()))
                        .parquet(scan.relation().location().inputFiles()));
              }
            });
  }

  /** Without what Spark itself adds, such as the position of a row in its file. */
  private static StructType ofArchive(StructType required) {
    return new StructType(
        Stream.of(required.fields())
            .filter(field -> !field.name().startsWith("_tmp_metadata"))
            .toArray(StructField[]::new));
  }

  /** Reads everything and returns the bytes of all texts. */
  public long run() {
    return tables.stream().mapToLong(BareScan::run).sum();
  }

  private static long run(Dataset<Row> table) {
    DataType[] types =
        Stream.of(table.schema().fields()).map(StructField::dataType).toArray(DataType[]::new);
    JavaRDD<InternalRow> rows = table.queryExecution().toRdd().toJavaRDD();
    return rows.mapPartitions(part -> List.of(bytes(part, types)).iterator()).reduce(Long::sum);
  }

  private static long bytes(Iterator<InternalRow> rows, DataType[] types) {
    long bytes = 0;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      for (int i = 0; i < types.length; i++) {
        bytes += row.isNullAt(i) ? 0 : bytes(row, i, types[i]);
      }
    }
    return bytes;
  }

  private static long bytes(InternalRow row, int position, DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return row.getUTF8String(position).numBytes();
    }
    return row.get(position, type) == null ? 0 : type.defaultSize();
  }
}
