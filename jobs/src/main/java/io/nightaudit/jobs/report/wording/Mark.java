package io.nightaudit.jobs.report.wording;

import java.util.Locale;

/**
 * How a verdict looks: a word, a shape and a colour, in that order of importance.
 *
 * @param word the word a report prints
 * @param shape name of the symbol
 * @param colour name of the colour
 */
public record Mark(String word, String shape, String colour) {
  /** The mark of a verdict, a status or a check. */
  public static Mark of(String verdict) {
    return switch (verdict) {
      case "BREACH" -> new Mark("Breach", "square", "breach");
      case "WARNING" -> new Mark("Warning", "triangle", "warning");
      case "CHANGED" -> new Mark("Changed", "diamond", "changed");
      case "WITHIN_TOLERANCE" -> new Mark("Within tolerance", "circle", "quiet");
      case "INSUFFICIENT_DATA" -> new Mark("Too little data", "dashed", "quiet");
      case "INCONCLUSIVE" -> new Mark("Inconclusive", "dashed", "warning");
      case "LEARNING" -> new Mark("Learning", "half", "quiet");
      case "NOT_COMPUTED" -> new Mark("Not computed", "bar", "quiet");
      case "FAILED" -> new Mark("Failed", "cross", "breach");
      default -> new Mark(words(verdict), "bar", "quiet");
    };
  }

  /** A constant as words: ROLL_BACK is "Roll back". */
  public static String words(String constant) {
    String words = constant.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
    return words.isEmpty() ? "" : capital(words);
  }

  /** With a capital at the start. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1));
  }
}
