package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that follow from content, so that the same finding has the same name in every run. */
public final class FindingId {
  private static final int LENGTH = 10;

  private FindingId() {}

  /** The id of a finding: stream, slice and first night. */
  static String of(Measure measure, Slice slice, long firstNight) {
    return "N-" + hash(measure.name() + "\n" + slice.key() + "\n" + firstNight);
  }

  /** The first letters of the SHA-256 of a text, hexadecimal. */
  public static String hash(String text) {
    return sha256(text).substring(0, LENGTH);
  }

  /** The SHA-256 of a text, hexadecimal. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
