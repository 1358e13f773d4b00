package io.nightaudit.metrics.text;

/** Classes of bytes; a byte outside ASCII is in none. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }

  static boolean isLetter(int value) {
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isWord(int value) {
    return isDigit(value) || isLetter(value) || value == '_';
  }

  /** Value of a hexadecimal digit, −1 for any other byte. */
  static int hex(int value) {
    if (isDigit(value)) {
      return value - '0';
    }
    int lower = value | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Bytes of the blank or hyphen of any kind at the index; 0 if there is none. */
  static int blankOrHyphen(byte[] buffer, int index, int to) {
    if (index >= to) {
      return 0;
    }
    if (buffer[index] == ' ' || buffer[index] == '-') {
      return 1;
    }
    return Math.max(hardBlank(buffer, index, to), wideHyphen(buffer, index, to));
  }

  /** Bytes of a hyphen or dash as wide as a digit (U+2010 to U+2013) at the index, or 0. */
  static int wideHyphen(byte[] buffer, int index, int to) {
    boolean hyphen =
        index + 2 < to
            && buffer[index] == (byte) 0xE2
            && buffer[index + 1] == (byte) 0x80
            && buffer[index + 2] >= (byte) 0x90
            && buffer[index + 2] <= (byte) 0x93;
    return hyphen ? 3 : 0;
  }

  /** Bytes of a non-breaking blank (U+00A0, U+202F) at the index; 0 if there is none. */
  static int hardBlank(byte[] buffer, int index, int to) {
    if (index + 1 < to && buffer[index] == (byte) 0xC2 && buffer[index + 1] == (byte) 0xA0) {
      return 2;
    }
    boolean narrow =
        index + 2 < to
            && buffer[index] == (byte) 0xE2
            && buffer[index + 1] == (byte) 0x80
            && buffer[index + 2] == (byte) 0xAF;
    return narrow ? 3 : 0;
  }
}
