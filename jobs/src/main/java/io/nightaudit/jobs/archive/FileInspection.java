package io.nightaudit.jobs.archive;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** One Spark job that looks at all files of a night at once. */
final class FileInspection {
  private final SparkSession spark;
  private final Configuration hadoop;

  FileInspection(SparkSession spark, Configuration hadoop) {
    this.spark = spark;
    this.hadoop = hadoop;
  }

  /** The files in the order of their paths. */
  List<InspectedFile> inspect(List<String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    Broadcast<SerializableConfiguration> settings =
        SerializableConfiguration.broadcast(spark.sparkContext(), hadoop);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return context
        .parallelize(paths, paths.size())
        .map(path -> new FileInspector(settings.value().value()).inspect(path))
        .collect();
  }
}
