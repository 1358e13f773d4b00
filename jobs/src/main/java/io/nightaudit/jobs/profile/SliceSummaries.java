package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.summary.Summary;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/** The summaries of one slice on their way through a shuffle: plan position, length, bytes. */
final class SliceSummaries {
  private SliceSummaries() {}

  /** Plan position to summary. */
  static SortedMap<Integer, Summary> read(byte[] bytes) {
    SortedMap<Integer, Summary> summaries = new TreeMap<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      int position = buffer.getInt();
      byte[] summary = new byte[buffer.getInt()];
      buffer.get(summary);
      summaries.put(position, Summary.fromBytes(summary));
    }
    return summaries;
  }

  /** Adds the second to the first. */
  static void merge(SortedMap<Integer, Summary> into, SortedMap<Integer, Summary> more) {
    more.forEach((position, summary) -> into.merge(position, summary, Summary::plus));
  }

  static byte[] toBytes(SortedMap<Integer, Summary> summaries) {
    Writer writer = new Writer();
    summaries.forEach(writer::write);
    return writer.toBytes();
  }

  /** Writes summaries one after another. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    void write(int position, Summary summary) {
      try {
        byte[] content = summary.toBytes();
        out.writeInt(position);
        out.writeInt(content.length);
        out.write(content);
      } catch (IOException e) {
        throw new UncheckedIOException("writing to memory failed", e);
      }
    }

    byte[] toBytes() {
      return bytes.toByteArray();
    }
  }
}
