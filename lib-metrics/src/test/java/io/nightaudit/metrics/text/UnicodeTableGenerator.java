package io.nightaudit.metrics.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Prints {@code unicode-13.0.txt}; run on Java 17, whose data is Unicode 13.0.
 *
 * <p>Emoji ranges are those with Emoji_Presentation=Yes below U+1F000, and whole blocks above.
 */
final class UnicodeTableGenerator {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final int[][] EMOJI = {
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x267F, 0x267F},
    {0x2693, 0x2693},
    {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},
    {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},
    {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},
    {0x26FD, 0x26FD},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274C},
    {0x274E, 0x274E},
    {0x2753, 0x2755},
    {0x2757, 0x2757},
    {0x2795, 0x2797},
    {0x27B0, 0x27B0},
    {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},
    {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A},
    {0x1F201, 0x1F201},
    {0x1F21A, 0x1F21A},
    {0x1F22F, 0x1F22F},
    {0x1F232, 0x1F236},
    {0x1F238, 0x1F23A},
    {0x1F250, 0x1F251},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB},
    {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF}
  };

  private UnicodeTableGenerator() {}

  public static void main(String[] arguments) {
    System.out.println("# Unicode 13.0, from the character data of Java 17.");
    System.out.println("# First and last code point (hexadecimal), class, script, lower case.");
    System.out.println("# Class: L letter, U upper-case letter, W letter that is a word, D digit,");
    System.out.println(
        "# M mark or joiner, P punctuation or symbol, S space, E emoji, R flag half.");
    System.out.println("# Script: ordinal in Script; 0 where there is no letter.");
    int first = 0;
    for (int codePoint = 1; codePoint <= 0x20000; codePoint++) {
      if (codePoint == 0x20000 || !row(codePoint).equals(row(first))) {
        if (!row(first).equals("O 0 0")) {
          System.out.printf("%04X %04X %s%n", first, codePoint - 1, row(first));
        }
        first = codePoint;
      }
    }
  }

  private static String row(int codePoint) {
    char code = code(codePoint);
    boolean letter = code == 'L' || code == 'U' || code == 'W';
    int distance = letter ? Character.toLowerCase(codePoint) - codePoint : 0;
    return code + " " + (letter ? script(codePoint).ordinal() : 0) + " " + distance;
  }

  private static char code(int codePoint) {
    if (codePoint == 0x200C || codePoint == 0x200D) {
      return 'M';
    }
    if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) {
      return 'R';
    }
    for (int[] range : EMOJI) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 'E';
      }
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> 'U';
      case Character.LOWERCASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER ->
          WITHOUT_SPACES.contains(UnicodeScript.of(codePoint)) ? 'W' : 'L';
      case Character.DECIMAL_DIGIT_NUMBER -> 'D';
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          'M';
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          'S';
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          'P';
      default -> 'O';
    };
  }

  private static Script script(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case LATIN -> Script.LATIN;
      case CYRILLIC -> Script.CYRILLIC;
      case GREEK -> Script.GREEK;
      case ARABIC -> Script.ARABIC;
      case HEBREW -> Script.HEBREW;
      case HAN -> Script.HAN;
      case HIRAGANA, KATAKANA -> Script.HIRAGANA_KATAKANA;
      case HANGUL -> Script.HANGUL;
      case DEVANAGARI -> Script.DEVANAGARI;
      case THAI -> Script.THAI;
      default -> Script.OTHER;
    };
  }
}
