package io.nightaudit.jobs.archive;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** One spelling of a file's path: URI-encoded, local ones with one slash after the scheme. */
final class ArchivePath {
  private static final String LOCAL = "^file:/+";

  private static final String PATTERN = "[{}\\[\\]*?\\\\]";

  private ArchivePath() {}

  static Path of(String encoded) {
    return new Path(URI.create(encoded));
  }

  /** A path as Spark's reader takes it: what would be a pattern stands for itself. */
  static String literal(String encoded) {
    return of(encoded).toString().replaceAll(PATTERN, "\\\\$0");
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

  /** A part of a path as people write it; a plus sign is one, unlike in forms. */
  static Column decoded(Column encoded) {
    return functions.try_url_decode(
        functions.replace(encoded, functions.lit("+"), functions.lit("%2B")));
  }
}
