package io.nightaudit.jobs.archive;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** What a Spark session must be set to before an archive is read with it. */
public final class ArchiveSession {
  /**
   * Spark's settings: bad values are null, not failures; times are those of UTC; times in
   * nanoseconds can be read (Spark looks at this setting whenever such files are read, so that it
   * must stay as long as the interactions are used).
   */
  public static final SortedMap<String, String> SETTINGS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "spark.sql.ansi.enabled", "false",
                  "spark.sql.session.timeZone", "UTC",
                  "spark.sql.legacy.parquet.nanosAsLong", "true")));

  private ArchiveSession() {}

  static void check(SparkSession spark) {
    SETTINGS.forEach(
        (name, value) -> {
          String actual = spark.conf().get(name, "(not set)");
          if (!actual.equals(value)) {
            throw new IllegalStateException(
                "%s is %s; set it to %s before an archive is read".formatted(name, actual, value));
          }
        });
  }
}
