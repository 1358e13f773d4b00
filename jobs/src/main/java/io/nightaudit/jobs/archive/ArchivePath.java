package io.nightaudit.jobs.archive;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** One spelling of a file's path: URI-encoded, local ones with one slash after the scheme. */
final class ArchivePath {
  private static final String LOCAL = "^file:/+";

  private ArchivePath() {}

  static Path of(String encoded) {
    return new Path(URI.create(encoded));
  }

  static String encoded(Path path) {
    return normal(path.toUri().toString());
  }

  static String normal(String encoded) {
    return encoded.replaceFirst(LOCAL, "file:/");
  }

  static Column normal(Column encoded) {
    return functions.regexp_replace(encoded, LOCAL, "file:/");
  }
}
