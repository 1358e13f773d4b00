package io.nightaudit.jobs.store;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** What all tables of an open store share. */
record StoreContext(
    SparkSession spark,
    Path path,
    StoreFiles files,
    StoreLock lock,
    String runId,
    SealedNights sealed) {}
