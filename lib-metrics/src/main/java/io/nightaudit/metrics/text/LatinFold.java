package io.nightaudit.metrics.text;

/** Base letters of Latin letters with marks, U+00C0 to U+017F. */
final class LatinFold {
  private static final int FIRST = 0xC0;
  private static final String BASES =
      "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
          + "nnnnnnnnnooooooaarrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

  private LatinFold() {}

  /** The base letter, or the code point itself where there is none. */
  static int base(int codePoint) {
    int index = codePoint - FIRST;
    if (index < 0 || index >= BASES.length() || BASES.charAt(index) == ' ') {
      return codePoint;
    }
    return BASES.charAt(index);
  }
}
