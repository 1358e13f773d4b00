package io.nightaudit.metrics.text;

/**
 * Decodes one code point of UTF-8 without allocating.
 *
 * <p>A result packs the code point and the number of bytes it took. An invalid sequence takes the
 * bytes that one replacement character stands for (the longest valid beginning, at least one byte);
 * a surrogate written as three bytes is one invalid sequence of three bytes.
 */
final class Utf8 {
  /** The code point of an invalid sequence. */
  static final int INVALID = -1;

  private Utf8() {}

  static int codePoint(int packed) {
    return packed >> 3;
  }

  static int width(int packed) {
    return packed & 7;
  }

  /** Decodes the code point that begins at {@code index}, which is below {@code end}. */
  static int decode(byte[] buffer, int index, int end) {
    int lead = buffer[index] & 0xFF;
    if (lead < 0x80) {
      return pack(lead, 1);
    }
    if (lead < 0xC2 || lead > 0xF4 || index + 1 >= end) {
      return pack(INVALID, 1);
    }
    int second = buffer[index + 1];
    if (!continues(second)) {
      return pack(INVALID, 1);
    }
    if (lead < 0xE0) {
      return pack((lead & 0x1F) << 6 | second & 0x3F, 2);
    }
    return lead < 0xF0 ? three(buffer, index, end) : four(buffer, index, end);
  }

  private static int three(byte[] buffer, int index, int end) {
    int lead = buffer[index] & 0xFF;
    int second = buffer[index + 1] & 0xFF;
    if (lead == 0xE0 && second < 0xA0) {
      return pack(INVALID, 1);
    }
    if (index + 2 >= end || !continues(buffer[index + 2])) {
      return pack(INVALID, 2);
    }
    int codePoint = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | buffer[index + 2] & 0x3F;
    return pack(codePoint >> 11 == 0xD800 >> 11 ? INVALID : codePoint, 3);
  }

  private static int four(byte[] buffer, int index, int end) {
    int lead = buffer[index] & 0xFF;
    int second = buffer[index + 1] & 0xFF;
    if (lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F) {
      return pack(INVALID, 1);
    }
    if (index + 2 >= end || !continues(buffer[index + 2])) {
      return pack(INVALID, 2);
    }
    if (index + 3 >= end || !continues(buffer[index + 3])) {
      return pack(INVALID, 3);
    }
    int high = (lead & 0x07) << 18 | (second & 0x3F) << 12;
    return pack(high | (buffer[index + 2] & 0x3F) << 6 | buffer[index + 3] & 0x3F, 4);
  }

  /** How many bytes of a valid part continue a code point. */
  static int continuations(byte[] buffer, int from, int to) {
    int count = 0;
    for (int index = from; index < to; index++) {
      count += continues(buffer[index]) ? 1 : 0;
    }
    return count;
  }

  private static boolean continues(int value) {
    return (value & 0xC0) == 0x80;
  }

  private static int pack(int codePoint, int width) {
    return codePoint << 3 | width;
  }
}
