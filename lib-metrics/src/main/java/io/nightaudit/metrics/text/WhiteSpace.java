package io.nightaudit.metrics.text;

import java.util.function.Consumer;

/** White space as Python's {@code str.split} knows it, all of it in the basic plane. */
final class WhiteSpace {
  private WhiteSpace() {}

  static boolean is(int codePoint) {
    if (codePoint <= ' ') {
      return codePoint == ' '
          || codePoint >= '\t' && codePoint <= '\r'
          || codePoint >= 0x1C && codePoint <= 0x1F;
    }
    return switch (codePoint) {
      case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> codePoint >= 0x2000 && codePoint <= 0x200A;
    };
  }

  static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Gives the longest runs without white space, in order. */
  static void split(CharSequence text, Consumer<String> words) {
    int start = 0;
    for (int index = 0; index <= text.length(); index++) {
      if (index == text.length() || is(text.charAt(index))) {
        if (index > start) {
          words.accept(text.subSequence(start, index).toString());
        }
        start = index + 1;
      }
    }
  }
}
