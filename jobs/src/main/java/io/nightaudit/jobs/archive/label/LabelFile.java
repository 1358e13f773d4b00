package io.nightaudit.jobs.archive.label;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * A file of labels, on any file system that Spark can read.
 *
 * @param sha256 hash of its content, hexadecimal
 * @param rows its rows in their order
 */
record LabelFile(String sha256, List<LabelRow> rows) {
  private static final long LARGEST = 256L << 20;
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

  static LabelFile read(SparkSession spark, String path, LabelColumns columns) {
    byte[] content = content(spark, path);
    boolean parquet =
        content.length > 2 * PARQUET.length
            && Arrays.equals(Arrays.copyOf(content, PARQUET.length), PARQUET);
    if (!parquet && path.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
      throw new LabelFileException(path + " is no Parquet file; write it again");
    }
    List<LabelRow> rows =
        parquet ? new LabelParquet(columns).read(spark, path) : new LabelCsv(columns).read(content);
    return new LabelFile(hash(content), rows);
  }

  private static byte[] content(SparkSession spark, String path) {
    Path file = new Path(path);
    try {
      FileSystem files = file.getFileSystem(spark.sessionState().newHadoopConf());
      FileStatus status = files.getFileStatus(file);
      if (status.isDirectory()) {
        throw new LabelFileException(path + " is a folder; name one file of it");
      }
      if (status.getLen() > LARGEST) {
        throw new LabelFileException(
            "%s has %s bytes, at most %s are read; import it in parts"
                .formatted(path, status.getLen(), LARGEST));
      }
      try (InputStream in = files.open(file)) {
        return in.readAllBytes();
      }
    } catch (FileNotFoundException e) {
      throw new LabelFileException("there is no file " + path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
