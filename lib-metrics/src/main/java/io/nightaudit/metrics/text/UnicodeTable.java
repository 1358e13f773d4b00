package io.nightaudit.metrics.text;

/**
 * Class, script and lower case of a code point, from a table shipped in the jar (Unicode 13.0), so
 * that a newer Java runtime does not change yesterday's figures.
 *
 * <p>A property packs the class (low four bits) and the ordinal of the {@link Script}. Code points
 * from U+20000 on are Han up to U+3FFFF and unclassified above.
 */
final class UnicodeTable {
  static final int UNCLASSIFIED = 0;
  static final int LETTER = 1;
  static final int UPPER = 2;

  /** A letter that is a word of its own: its script puts no spaces between words. */
  static final int SINGLE = 3;

  static final int DIGIT = 4;
  static final int MARK = 5;

  /** Punctuation and symbols that are not emoji by default. */
  static final int PUNCTUATION = 6;

  static final int SPACE = 7;
  static final int EMOJI = 8;

  /** Half of a flag. */
  static final int REGIONAL = 9;

  private static final String CODES = "OLUWDMPSER";
  private static final int TABLE_SIZE = 0x20000;
  private static final int HAN_END = 0x40000;
  private static final byte HAN = (byte) (SINGLE | Script.HAN.ordinal() << 4);
  private static final byte[] PROPERTIES = new byte[TABLE_SIZE];
  private static final int[] LOWER = new int[TABLE_SIZE];

  static {
    load();
  }

  private UnicodeTable() {}

  /** Class and script of a code point; an invalid sequence is unclassified. */
  static int property(int codePoint) {
    if (codePoint >= 0 && codePoint < TABLE_SIZE) {
      return PROPERTIES[codePoint] & 0xFF;
    }
    return codePoint >= TABLE_SIZE && codePoint < HAN_END ? HAN : UNCLASSIFIED;
  }

  static int classOf(int property) {
    return property & 0x0F;
  }

  static int script(int property) {
    return property >> 4;
  }

  /** Whether the class belongs inside a word of several characters. */
  static boolean inWord(int characterClass) {
    return characterClass == LETTER
        || characterClass == UPPER
        || characterClass == DIGIT
        || characterClass == MARK;
  }

  static int lower(int codePoint) {
    return codePoint >= 0 && codePoint < TABLE_SIZE ? LOWER[codePoint] : codePoint;
  }

  private static void load() {
    for (int codePoint = 0; codePoint < TABLE_SIZE; codePoint++) {
      LOWER[codePoint] = codePoint;
    }
    for (String line : TextResource.lines("unicode-13.0.txt")) {
      fill(line.split(" "));
    }
  }

  /** Fields: first and last code point, class, ordinal of the script, distance to lower case. */
  private static void fill(String[] fields) {
    int last = Integer.parseInt(fields[1], 16);
    int property = CODES.indexOf(fields[2]) | Integer.parseInt(fields[3]) << 4;
    int distance = Integer.parseInt(fields[4]);
    for (int codePoint = Integer.parseInt(fields[0], 16); codePoint <= last; codePoint++) {
      PROPERTIES[codePoint] = (byte) property;
      LOWER[codePoint] = codePoint + distance;
    }
  }
}
