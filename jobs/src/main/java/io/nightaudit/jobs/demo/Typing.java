package io.nightaudit.jobs.demo;

import java.util.Locale;

/** How people type who are in a hurry: slips, no capitals, no full stop. */
final class Typing {

  private static final double SLIPS = 0.12;
  private static final double LOWER_CASE = 0.12;
  private static final double NO_END = 0.18;

  private Typing() {}

  static String of(String text, Dice dice) {
    String typed = dice.chance(LOWER_CASE) ? lowerCase(text) : text;
    if (dice.chance(NO_END) && (typed.endsWith(".") || typed.endsWith("?"))) {
      typed = typed.substring(0, typed.length() - 1);
    }
    return dice.chance(SLIPS) ? slip(typed, dice) : typed;
  }

  /** Order numbers and code keep their capitals: they are copied, not typed. */
  private static String lowerCase(String text) {
    boolean copied = text.contains("FW-") || text.contains("```");
    return copied ? text : text.toLowerCase(Locale.ROOT);
  }

  private static String slip(String text, Dice dice) {
    int at = dice.below(Math.max(1, text.length() - 1));
    if (at + 1 >= text.length()
        || !Character.isLowerCase(text.charAt(at))
        || !Character.isLowerCase(text.charAt(at + 1))) {
      return text;
    }
    String before = text.substring(0, at);
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    String after = text.substring(at + 2);
    return switch (dice.below(3)) {
      case 0 -> before + second + first + after;
      case 1 -> before + second + after;
      default -> before + first + first + second + after;
    };
  }
}
