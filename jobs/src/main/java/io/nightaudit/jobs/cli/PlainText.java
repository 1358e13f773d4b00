package io.nightaudit.jobs.cli;

import java.util.Locale;

/** A person's own words as an option of the command line: one line of text that can be seen. */
final class PlainText {
  static final int LONGEST_NAME = 100;
  static final int LONGEST_REASON = 1000;

  private PlainText() {}

  /**
   * The text without blanks around it.
   *
   * @param option the option's name
   * @param what what has to be said, as in "say who accepts the finding"
   * @throws IllegalArgumentException if it is empty, too long, or holds what nobody sees
   */
  static String checked(String option, String text, int longest, String what) {
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
    String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
