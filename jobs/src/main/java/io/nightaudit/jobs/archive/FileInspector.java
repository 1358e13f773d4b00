package io.nightaudit.jobs.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Looks at one file: the hash of its bytes, and what its footer says. */
final class FileInspector {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC = 4;
  private static final String PLAIN = "PAR1";
  private static final String ENCRYPTED = "PARE";

  private final Configuration hadoop;

  FileInspector(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  InspectedFile inspect(String encoded) {
    Path path = new Path(URI.create(encoded));
    Content content;
    try {
      content = read(path);
    } catch (IOException failure) {
      return new InspectedFile(encoded, "", 0, 0, "", "cannot be opened: " + kind(failure));
    }
    String problem = content.problem();
    if (!problem.isEmpty()) {
      return content.file(encoded, 0, "", problem);
    }
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
      ParquetMetadata footer = reader.getFooter();
      long rows = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
      String schema = ParquetColumns.of(footer.getFileMetaData().getSchema()).json();
      return content.file(encoded, rows, schema, "");
    } catch (ParquetCryptoRuntimeException failure) {
      return content.file(encoded, 0, "", "encrypted");
    } catch (IOException | RuntimeException failure) {
      // Whatever the bytes do to the Parquet reader, the file is named and the night goes on.
      return content.file(encoded, 0, "", "its footer cannot be read: " + kind(failure));
    }
  }

  /** The exception's class alone: its message may hold the file's name. */
  private static String kind(Exception failure) {
    return failure.getClass().getSimpleName();
  }

  private Content read(Path path) throws IOException {
    MessageDigest digest = sha256();
    byte[] head = new byte[0];
    byte[] tail = new byte[0];
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream stream = path.getFileSystem(hadoop).open(path)) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
        head = head.length < MAGIC ? first(join(head, buffer, n)) : head;
        tail = last(join(tail, buffer, n));
      }
    }
    return new Content(HexFormat.of().formatHex(digest.digest()), bytes, latin(head), latin(tail));
  }

  private static byte[] join(byte[] before, byte[] buffer, int n) {
    byte[] joined = Arrays.copyOf(before, before.length + n);
    System.arraycopy(buffer, 0, joined, before.length, n);
    return joined;
  }

  private static byte[] first(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(MAGIC, bytes.length));
  }

  private static byte[] last(byte[] bytes) {
    return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - MAGIC), bytes.length);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }

  private record Content(String sha256, long bytes, String head, String tail) {
    String problem() {
      if (bytes == 0) {
        return "empty: 0 bytes";
      } else if (tail.equals(ENCRYPTED) || head.equals(ENCRYPTED)) {
        return "encrypted";
      } else if (!head.equals(PLAIN)) {
        return "not Parquet: it does not begin with PAR1";
      }
      return tail.equals(PLAIN) ? "" : "cut off: it begins as Parquet, but its end is missing";
    }

    InspectedFile file(String path, long rows, String schema, String problem) {
      return new InspectedFile(path, sha256, bytes, rows, schema, problem);
    }
  }
}
