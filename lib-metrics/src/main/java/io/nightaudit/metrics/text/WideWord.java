package io.nightaudit.metrics.text;

/** Reads one word of any script and length; the scanner reads short words of ASCII itself. */
final class WideWord {
  private static final int APOSTROPHE = 0x2019;
  private static final int KEYCAP = 0x20E3;

  long hash;
  int length;
  int capitals;
  int digits;
  int apostrophes;
  int keycaps;
  private int vowelGroups;
  private int beforeLast;
  private int last;

  /** Reads the word at {@code start}, adds its letters by script and returns where it ends. */
  int read(byte[] buffer, int start, int end, long[] letters) {
    hash = Terms.SEED;
    length = capitals = digits = apostrophes = keycaps = 0;
    vowelGroups = beforeLast = last = 0;
    int index = start;
    while (index < end) {
      int packed = Utf8.decode(buffer, index, end);
      int next = index + Utf8.width(packed);
      int codePoint = Utf8.codePoint(packed);
      int property = UnicodeTable.property(codePoint);
      if (!UnicodeTable.inWord(UnicodeTable.classOf(property))) {
        boolean apostrophe = codePoint == APOSTROPHE || codePoint == '\'';
        if (!apostrophe || !letterAt(buffer, next, end)) {
          break;
        }
        apostrophes++;
      }
      add(codePoint, property, letters);
      index = next;
    }
    return index;
  }

  int syllables() {
    return Syllables.count(vowelGroups, beforeLast, last);
  }

  static boolean letterAt(byte[] buffer, int index, int end) {
    if (index >= end) {
      return false;
    }
    int property = UnicodeTable.property(Utf8.codePoint(Utf8.decode(buffer, index, end)));
    int characterClass = UnicodeTable.classOf(property);
    return characterClass == UnicodeTable.LETTER || characterClass == UnicodeTable.UPPER;
  }

  private void add(int codePoint, int property, long[] letters) {
    hash = Terms.fold(hash, codePoint);
    length++;
    switch (UnicodeTable.classOf(property)) {
      case UnicodeTable.UPPER -> {
        capitals++;
        letters[UnicodeTable.script(property)]++;
      }
      case UnicodeTable.LETTER -> letters[UnicodeTable.script(property)]++;
      case UnicodeTable.DIGIT -> digits++;
      default -> keycaps += codePoint == KEYCAP ? 1 : 0;
    }
    int base = LatinFold.base(UnicodeTable.lower(codePoint));
    vowelGroups += Syllables.isVowel(base) && !Syllables.isVowel(last) ? 1 : 0;
    beforeLast = last;
    last = base;
  }
}
