package io.nightaudit.jobs.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Five weeks of an invented bicycle shop, Fernweh Cycles, with something to find.
 *
 * <p>Three applications and about 2,600 interactions a night: {@code support-assistant}, {@code
 * hr-helpdesk} and {@code contract-reader}. What happens in which night says {@link Story}. Every
 * value follows from the numbers of night and row, so each call writes the same rows.
 */
public final class DemoArchive {

  /** The first night, a Monday. */
  public static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 10, 19);

  /** How many nights there are. */
  public static final int NIGHTS = 35;

  private DemoArchive() {}

  /**
   * Writes the archive: {@code dt=2026-10-19/part-….parquet} and so on, one file a night.
   *
   * @param spark the session that writes
   * @param folder a folder that does not exist yet; an existing one is an error and stays as it is
   */
  public static void write(SparkSession spark, String folder) {
    List<Integer> nights = IntStream.rangeClosed(1, NIGHTS).boxed().toList();
    // One task a night, all in one Spark job.
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(nights, NIGHTS)
            .flatMap(night -> DemoNight.rows(night).iterator());
    spark
        .createDataFrame(rows, DemoSchema.COLUMNS)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .partitionBy(DemoSchema.NIGHT)
        .parquet(folder);
  }
}
