package io.nightaudit.metrics.text;

/** Marks outside ASCII that end a sentence or ask a question. */
final class SentenceMarks {
  private SentenceMarks() {}

  static boolean ends(int codePoint) {
    return switch (codePoint) {
      // Armenian, Urdu, Devanagari, Ethiopic; ellipsis; CJK in three widths.
      case 0x0589, 0x06D4, 0x0964, 0x0965, 0x1362, 0x2026, 0x203C, 0x3002, 0xFF01, 0xFF0E, 0xFF61 ->
          true;
      default -> asks(codePoint) && codePoint != 0x055E;
    };
  }

  /** The Armenian mark (U+055E) stands inside the sentence, so it asks without ending it. */
  static boolean asks(int codePoint) {
    return switch (codePoint) {
      case 0x037E, 0x055E, 0x061F, 0x1367, 0x2047, 0x2048, 0x2049, 0x2E2E, 0xFF1F -> true;
      default -> false;
    };
  }

  /** Whether a text that ends with this visible character looks finished. */
  static boolean closes(int codePoint) {
    if (codePoint < 0x80) {
      return ".!?)]}\"'`*_~|>".indexOf(codePoint) >= 0;
    }
    return switch (codePoint) {
      // Commas of other scripts, and dashes.
      case 0x060C, 0x061B, 0x3001, 0xFF0C, 0xFF1A, 0xFF1B, 0x2013, 0x2014 -> false;
      default -> {
        int characterClass = UnicodeTable.classOf(UnicodeTable.property(codePoint));
        yield characterClass == UnicodeTable.PUNCTUATION
            || characterClass == UnicodeTable.EMOJI
            || characterClass == UnicodeTable.REGIONAL;
      }
    };
  }
}
