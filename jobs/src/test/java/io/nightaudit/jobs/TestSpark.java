package io.nightaudit.jobs;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one Spark session that all tests of this module share. */
public final class TestSpark {
  private static final SparkSession SESSION = create();

  private TestSpark() {}

  public static SparkSession session() {
    return SESSION;
  }

  private static SparkSession create() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("nightaudit tests")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        // Nobody looks at what Spark would keep of each finished job, stage and query.
        .config("spark.ui.retainedJobs", "1")
        .config("spark.ui.retainedStages", "1")
        .config("spark.ui.retainedTasks", "1")
        .config("spark.sql.ui.retainedExecutions", "1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.ansi.enabled", "false")
        .config("spark.sql.legacy.parquet.nanosAsLong", "true")
        .config(
            "spark.sql.extensions",
            "io.delta.sql.DeltaSparkSessionExtension,io.nightaudit.jobs.sql.AuditExtensions")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toUri().toString())
        .getOrCreate();
  }
}
