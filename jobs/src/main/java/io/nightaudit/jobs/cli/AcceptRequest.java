package io.nightaudit.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code accept} was asked for.
 *
 * @param finding the id of the finding
 * @param by who accepts it
 * @param reason why
 * @param effectiveNight the first night on which the new level is the reference; by default the one
 *     after the last judged night
 * @param master the Spark master that was named instead of the surrounding one
 */
public record AcceptRequest(
    String finding,
    String by,
    String reason,
    Optional<LocalDate> effectiveNight,
    Optional<String> master) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 1000;

  public AcceptRequest {
    finding = finding.strip();
    by = checked("--by", by, LONGEST_NAME, "who accepts the finding");
    reason = checked("--reason", reason, LONGEST_REASON, "why the new level is right");
  }

  private static String checked(String option, String text, int longest, String what) {
    String stripped = text.strip();
    int length = stripped.codePointCount(0, stripped.length());
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(option + " is empty; say " + what + ".");
    }
    if (length > longest) {
      throw new IllegalArgumentException(
          "%s has %s characters, at most %s are kept; say it in fewer."
              .formatted(option, length, longest));
    }
    stripped.codePoints().forEach(character -> requireVisible(option, character));
    return stripped;
  }

  /** What a reader cannot see could make a record say something else than it seems to. */
  private static void requireVisible(String option, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          throw new IllegalArgumentException(
              "%s holds the character U+%s, which nobody sees; write it as one line of plain text."
                  .formatted(option, hexadecimal(character)));
      default -> {}
    }
  }

  private static String hexadecimal(int character) {
    String digits = Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
