package io.nightaudit.metrics.text;

/**
 * Reads a number in English notation so that equal numbers read alike: {@code 1,000}, {@code 1000}
 * and {@code 1000.0}.
 *
 * <p>A comma belongs to the number where exactly three digits follow it and at most three precede
 * the first; a point where a digit follows. Leading zeros and zeros at the end of a fraction are
 * dropped. A number with two or more points (a version, an address) stands for itself. Signs, units
 * and exponents are not part of the number.
 */
final class NumberReader {
  private static final int GROUP = 3;

  private final String text;
  private int end;
  private String value;

  NumberReader(String text) {
    this.text = text;
  }

  /** Where the last number read ends. */
  int end() {
    return end;
  }

  /** The last number read, the same for equal numbers. */
  String value() {
    return value;
  }

  boolean digitAt(int index) {
    return index < text.length()
        && UnicodeTable.classOf(UnicodeTable.property(text.codePointAt(index)))
            == UnicodeTable.DIGIT;
  }

  /** Reads the number that begins with the digit at {@code start}. */
  void read(int start) {
    StringBuilder whole = new StringBuilder();
    end = digits(start, whole);
    if (whole.length() <= GROUP) {
      groups(whole);
    }
    StringBuilder fraction = new StringBuilder();
    if (pointBeforeDigit()) {
      end = digits(end + 1, fraction);
    }
    value = pointBeforeDigit() ? dotted(whole, fraction) : normal(whole, fraction);
  }

  /** Appends the digits from {@code start} on in ASCII and gives where they end. */
  private int digits(int start, StringBuilder digits) {
    int index = start;
    while (digitAt(index)) {
      int codePoint = text.codePointAt(index);
      digits.append((char) ('0' + Character.digit(codePoint, 10)));
      index += Character.charCount(codePoint);
    }
    return index;
  }

  private void groups(StringBuilder whole) {
    while (end < text.length() && text.charAt(end) == ',' && digitAt(end + 1)) {
      int index = end + 1;
      int count = 0;
      while (count <= GROUP && digitAt(index)) {
        index += Character.charCount(text.codePointAt(index));
        count++;
      }
      if (count != GROUP) {
        return;
      }
      end = digits(end + 1, whole);
    }
  }

  private boolean pointBeforeDigit() {
    return end < text.length() && text.charAt(end) == '.' && digitAt(end + 1);
  }

  private String dotted(StringBuilder whole, StringBuilder fraction) {
    StringBuilder all = whole.append('.').append(fraction);
    while (pointBeforeDigit()) {
      all.append('.');
      end = digits(end + 1, all);
    }
    return all.toString();
  }

  private static String normal(StringBuilder whole, StringBuilder fraction) {
    int first = 0;
    while (first < whole.length() - 1 && whole.charAt(first) == '0') {
      first++;
    }
    int last = fraction.length();
    while (last > 0 && fraction.charAt(last - 1) == '0') {
      last--;
    }
    String integer = whole.substring(first);
    return last == 0 ? integer : integer + "." + fraction.substring(0, last);
  }
}
