package io.nightaudit.metrics.text;

/** Finds where an emoji of several code points ends. */
final class EmojiSequence {
  private static final int JOINER = 0x200D;
  private static final int VARIATION_SELECTOR = 0xFE0F;

  private EmojiSequence() {}

  /** Whether the selector that makes an emoji of a symbol stands at {@code index}. */
  static boolean selectorAt(byte[] buffer, int index, int end) {
    return index < end && Utf8.codePoint(Utf8.decode(buffer, index, end)) == VARIATION_SELECTOR;
  }

  /**
   * The end of the emoji whose first code point ends at {@code start}: selectors, skin tones and
   * joined parts belong to it, and the second half of a flag if the first code point is a half.
   */
  static int end(byte[] buffer, int start, int end, boolean flagHalf) {
    int index = start;
    boolean joined = false;
    boolean half = flagHalf;
    while (index < end && buffer[index] < 0) {
      int packed = Utf8.decode(buffer, index, end);
      int part = Utf8.codePoint(packed);
      int partClass = UnicodeTable.classOf(UnicodeTable.property(part));
      boolean symbol = partClass == UnicodeTable.EMOJI || partClass == UnicodeTable.PUNCTUATION;
      boolean belongs = joined && symbol || half && partClass == UnicodeTable.REGIONAL;
      if (!belongs && part != JOINER && !isModifier(part)) {
        break;
      }
      half = false;
      joined = part == JOINER;
      index += Utf8.width(packed);
    }
    return index;
  }

  private static boolean isModifier(int codePoint) {
    return codePoint == VARIATION_SELECTOR || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }
}
