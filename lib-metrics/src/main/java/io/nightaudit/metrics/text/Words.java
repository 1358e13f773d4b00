package io.nightaudit.metrics.text;

/** Finds words in a string where {@link TextDescription} finds them in its bytes. */
final class Words {
  private static final int VARIATION_SELECTOR = 0xFE0F;
  private static final int APOSTROPHE = 0x2019;

  private Words() {}

  /** The names of the lower-cased words of a text, in order. */
  static int[] names(String text, WordNames names) {
    IntSequence words = new IntSequence();
    int index = 0;
    while (index < text.length()) {
      int end = end(text, index);
      if (end > index) {
        words.add(names.name(folded(text, index, end)));
        index = end;
      } else {
        index += Character.charCount(text.codePointAt(index));
      }
    }
    return words.toArray();
  }

  /** Where the word that begins at {@code start} ends; {@code start} if none begins there. */
  static int end(String text, int start) {
    if (!beginsAt(text, start)) {
      return start;
    }
    int index = start + Character.charCount(text.codePointAt(start));
    if (classAt(text, start) == UnicodeTable.SINGLE) {
      return index;
    }
    while (index < text.length() && continues(text, index)) {
      index += Character.charCount(text.codePointAt(index));
    }
    return index;
  }

  static boolean beginsAt(String text, int index) {
    if (index >= text.length()) {
      return false;
    }
    int characterClass = classAt(text, index);
    return characterClass == UnicodeTable.SINGLE
        || characterClass != UnicodeTable.MARK && UnicodeTable.inWord(characterClass);
  }

  private static boolean continues(String text, int index) {
    char character = text.charAt(index);
    if (character == '\'' || character == APOSTROPHE) {
      int next = index + 1 < text.length() ? classAt(text, index + 1) : UnicodeTable.UNCLASSIFIED;
      return next == UnicodeTable.LETTER || next == UnicodeTable.UPPER;
    }
    return UnicodeTable.inWord(classAt(text, index));
  }

  private static int classAt(String text, int index) {
    return UnicodeTable.classOf(UnicodeTable.property(text.codePointAt(index)));
  }

  /** The word in lower case, both apostrophes alike and variation selectors left out. */
  static String folded(String text, int start, int end) {
    StringBuilder word = new StringBuilder(end - start);
    int index = start;
    while (index < end) {
      int codePoint = text.codePointAt(index);
      if (codePoint != VARIATION_SELECTOR) {
        word.appendCodePoint(codePoint == APOSTROPHE ? '\'' : UnicodeTable.lower(codePoint));
      }
      index += Character.charCount(codePoint);
    }
    return word.toString();
  }
}
