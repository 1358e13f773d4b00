package io.nightaudit.jobs.archive;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One file as it was found.
 *
 * @param path where it is, as Spark names it: URI-encoded
 * @param sha256 hash of the content, hexadecimal
 * @param bytes size
 * @param rows rows by its footer, 0 where it cannot be read
 * @param schema the columns as Spark reads them, in JSON; empty where it cannot be read
 * @param problem why it cannot be read; empty where it can
 */
record InspectedFile(
    String path, String sha256, long bytes, long rows, String schema, String problem)
    implements Serializable {
  /** An order that knows nothing of names. */
  static final Comparator<Coverage.ArchiveFile> BY_CONTENT =
      Comparator.comparing(Coverage.ArchiveFile::sha256)
          .thenComparing(Coverage.ArchiveFile::bytes)
          .thenComparing(Coverage.ArchiveFile::problem);

  boolean readable() {
    return problem.isEmpty();
  }

  StructType columns() {
    return (StructType) DataType.fromJson(schema);
  }

  InspectedFile unreadable(String reason) {
    return new InspectedFile(path, sha256, bytes, 0, "", reason);
  }

  Coverage.ArchiveFile fact() {
    return new Coverage.ArchiveFile(sha256, bytes, rows, problem);
  }
}
