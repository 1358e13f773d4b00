package io.nightaudit.metrics.text;

/**
 * Flags of bytes, so that a word is counted by adding up the flags of its characters.
 *
 * <p>Bits 0 to 7 count an upper-case letter, 8 to 15 a digit, 16 to 23 hold the lower-case
 * character, the rest is single flags. A byte outside ASCII has none.
 */
final class AsciiTable {
  static final int BYTE = 0xFF;
  static final int UPPER = 1;
  static final int DIGIT_SHIFT = 8;
  static final int DIGIT = 1 << DIGIT_SHIFT;
  static final int LOWER_SHIFT = 16;
  static final int VOWEL_SHIFT = 24;

  /** Letters and digits. */
  static final int WORD = 1 << 25;

  static final int PUNCTUATION = 1 << 26;
  static final int SPACE = 1 << 27;

  /** Brackets, quotes and markup that may follow the mark that ends a sentence. */
  static final int CLOSER = 1 << 28;

  private static final String CLOSERS = "\"')]}*_`~|><";

  private AsciiTable() {}

  static int[] flags() {
    int[] flags = new int[256];
    for (int value = 0; value < 128; value++) {
      flags[value] = flags(value);
    }
    return flags;
  }

  private static int flags(int value) {
    boolean upper = value >= 'A' && value <= 'Z';
    int lower = upper ? value + 32 : value;
    int base = lower << LOWER_SHIFT;
    if (value <= ' ' || value == 0x7F) {
      boolean space = value == ' ' || value >= '\t' && value <= '\r';
      return base | (space ? SPACE : 0);
    }
    if (value >= '0' && value <= '9') {
      return base | WORD | DIGIT;
    }
    if (lower >= 'a' && lower <= 'z') {
      int vowel = Syllables.isVowel(lower) ? 1 << VOWEL_SHIFT : 0;
      return base | WORD | vowel | (upper ? UPPER : 0);
    }
    return base | PUNCTUATION | (CLOSERS.indexOf(value) >= 0 ? CLOSER : 0);
  }
}
