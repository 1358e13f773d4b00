package io.nightaudit.metrics.text;

/** Flags of the ASCII characters; the low eight bits hold the lower-case character. */
final class AsciiTable {
  /** Letters and digits. */
  static final int WORD = 1 << 8;

  static final int UPPER_SHIFT = 9;
  static final int DIGIT_SHIFT = 10;
  static final int VOWEL_SHIFT = 11;
  static final int DIGIT = 1 << DIGIT_SHIFT;
  static final int PUNCTUATION = 1 << 12;
  static final int SPACE = 1 << 13;

  /** Brackets, quotes and markup that may follow the mark that ends a sentence. */
  static final int CLOSER = 1 << 14;

  private static final String CLOSERS = "\"')]}*_`~|><";

  private AsciiTable() {}

  static int[] flags() {
    int[] flags = new int[128];
    for (int value = 0; value < flags.length; value++) {
      flags[value] = flags(value);
    }
    return flags;
  }

  private static int flags(int value) {
    if (value <= ' ' || value == 0x7F) {
      boolean space = value == ' ' || value >= '\t' && value <= '\r';
      return value | (space ? SPACE : 0);
    }
    if (value >= '0' && value <= '9') {
      return value | WORD | DIGIT;
    }
    boolean upper = value >= 'A' && value <= 'Z';
    int lower = upper ? value + 32 : value;
    if (lower >= 'a' && lower <= 'z') {
      int vowel = Syllables.isVowel(lower) ? 1 << VOWEL_SHIFT : 0;
      return lower | WORD | vowel | (upper ? 1 << UPPER_SHIFT : 0);
    }
    return value | PUNCTUATION | (CLOSERS.indexOf(value) >= 0 ? CLOSER : 0);
  }
}
