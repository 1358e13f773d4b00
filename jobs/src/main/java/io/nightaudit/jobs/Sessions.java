package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.ArchiveSession;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a command: the surrounding one, or one inside this process. */
final class Sessions {
  private static final String EMBEDDED = "local[*]";

  private Sessions() {}

  /** The session of a run; without a master, that of {@code spark-submit} or an embedded one. */
  static SparkSession open(Optional<String> master) {
    String surrounding = System.getProperty("spark.master");
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("nightaudit")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", 2);
    ArchiveSession.SETTINGS.forEach(builder::config);
    String chosen = master.orElse(surrounding == null ? EMBEDDED : surrounding);
    if (surrounding == null || master.isPresent()) {
      builder.master(chosen);
    }
    if (chosen.startsWith("local[")) {
      embedded(builder);
    }
    SparkSession spark = builder.getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  /**
   * A session of the same application for the store: its tables are small and its plans many, so
   * compiling each plan costs more than running it.
   */
  static SparkSession forStore(SparkSession spark) {
    SparkSession store = spark.newSession();
    store.conf().set("spark.sql.codegen.wholeStage", "false");
    store.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    store.conf().set("spark.sql.adaptive.enabled", "false");
    store.conf().set("spark.sql.ui.explainMode", "simple");
    store.conf().set("spark.sql.session.timeZone", "UTC");
    return store;
  }

  /** One machine and small tables: few tasks, no web page, nothing to the network. */
  private static void embedded(SparkSession.Builder builder) {
    builder
        .config("spark.ui.enabled", false)
        // Without a page nobody reads what Spark keeps of each finished job and query.
        .config("spark.ui.retainedJobs", 1)
        .config("spark.ui.retainedStages", 1)
        .config("spark.ui.retainedTasks", 1)
        .config("spark.sql.ui.retainedExecutions", 1)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors())
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 2)
        .config("spark.ui.showConsoleProgress", false);
  }
}
