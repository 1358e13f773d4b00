package io.nightaudit.jobs.report;

import java.nio.charset.StandardCharsets;

/** Places that links point to; one place for one id, whatever characters the id has. */
public final class Anchors {
  private Anchors() {}

  /** Of a figure. */
  public static String figure(String id) {
    return "figure-" + safe(id);
  }

  /** Of a finding. */
  public static String finding(String id) {
    return "finding-" + safe(id);
  }

  /** Of a recommendation. */
  public static String recommendation(String id) {
    return "recommendation-" + safe(id);
  }

  /** The entry of a figure among the figures explained; short, as there are many. */
  static String explained(String figure) {
    return "x-" + safe(figure);
  }

  static String metric(String id) {
    return "metric-" + safe(id);
  }

  /** Letters, digits, "-" and "." stay; every other byte becomes "_" and its hexadecimal value. */
  private static String safe(String id) {
    StringBuilder safe = new StringBuilder();
    for (byte value : id.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          value >= 'a' && value <= 'z'
              || value >= 'A' && value <= 'Z'
              || value >= '0' && value <= '9'
              || value == '-'
              || value == '.';
      if (plain) {
        safe.append((char) value);
      } else {
        safe.append('_').append(Character.forDigit((value >> 4) & 15, 16));
        safe.append(Character.forDigit(value & 15, 16));
      }
    }
    return safe.toString();
  }
}
