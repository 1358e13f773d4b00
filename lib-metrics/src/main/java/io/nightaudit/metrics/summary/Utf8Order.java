package io.nightaudit.metrics.summary;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** Orders strings by their UTF-8 bytes, seen as unsigned, which is the order of code points. */
enum Utf8Order implements Comparator<String> {
  ASCENDING;

  @Override
  public int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Surrogates stand for code points above all other chars. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }

  /** The string with each lone surrogate replaced, as UTF-8 would store it. */
  static String wellFormed(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
