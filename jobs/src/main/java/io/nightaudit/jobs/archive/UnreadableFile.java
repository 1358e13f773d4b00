package io.nightaudit.jobs.archive;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** Finds the file that Spark failed on, where a failure is about one file's content. */
final class UnreadableFile {
  private static final String CONDITION = "FAILED_READ_FILE";
  private static final int DEEPEST = 50;

  private UnreadableFile() {}

  static Optional<String> in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SparkThrowable spark && isAboutAFile(spark)) {
        Map<String, String> parameters = spark.getMessageParameters();
        return Optional.ofNullable(parameters.get("path")).map(ArchivePath::normal);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static boolean isAboutAFile(SparkThrowable failure) {
    return failure.getCondition() != null && failure.getCondition().startsWith(CONDITION);
  }
}
