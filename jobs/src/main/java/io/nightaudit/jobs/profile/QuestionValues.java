package io.nightaudit.jobs.profile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * The interactions of some cohorts, each as a 128-bit hash of its question with the cohort and the
 * values; the text goes no further.
 */
final class QuestionValues implements Iterator<Tuple2<String, byte[]>> {
  private static final int HASH_BYTES = 16;

  private final Iterator<InternalRow> rows;
  private final QuestionTask task;
  private final RowObservation observation;
  private final UnitValues values;
  private final int[] question;
  private final int cohort;
  private final MessageDigest digest = sha256();
  private Tuple2<String, byte[]> ahead;

  QuestionValues(QuestionTask task, Iterator<InternalRow> rows) {
    this.rows = rows;
    this.task = task;
    this.values = new UnitValues(task.plan());
    this.question = task.pairBy().stream().mapToInt(task.plan().schema()::position).toArray();
    this.cohort = task.plan().schema().position(task.dimension());
    this.observation =
        new RowObservation(
            task.plan().schema(),
            new Pricing(task.prices()),
            new Releases(task.plan().schema(), task.release()));
    step();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Tuple2<String, byte[]> next() {
    if (ahead == null) {
      throw new NoSuchElementException("no interaction is left");
    }
    Tuple2<String, byte[]> next = ahead;
    step();
    return next;
  }

  private void step() {
    ahead = null;
    while (ahead == null && rows.hasNext()) {
      InternalRow row = rows.next();
      observation.stand(row);
      int position = task.cohorts().indexOf(cohort());
      if (position >= 0 && hasQuestion(row)) {
        ahead = new Tuple2<>(hash(row), bytes(position));
      }
    }
  }

  /** The release is the only dimension without a position. */
  private String cohort() {
    return cohort < 0 ? observation.release() : observation.string(cohort);
  }

  private boolean hasQuestion(InternalRow row) {
    for (int position : question) {
      if (row.isNullAt(position)) {
        return false;
      }
    }
    return true;
  }

  private String hash(InternalRow row) {
    for (int position : question) {
      byte[] text = row.getUTF8String(position).getBytes();
      digest.update(
          Integer.toString(text.length).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update((byte) ':');
      digest.update(text);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private byte[] bytes(int position) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(position);
      values.write(observation, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
