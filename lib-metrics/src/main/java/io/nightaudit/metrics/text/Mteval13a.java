package io.nightaudit.metrics.text;

/**
 * Puts spaces around punctuation as mteval-v13a.pl does; each step passes once over the text.
 *
 * <p>The four steps stand for the substitutions of sacreBLEU's {@code TokenizerRegexp}, which never
 * look at a character twice: what one match took, the next cannot.
 */
final class Mteval13a {
  private Mteval13a() {}

  static CharSequence separate(String text) {
    String line = unescape(text.replace("<skipped>", "").replace("-\n", "").replace('\n', ' '));
    return dashAfterDigit(stopBeforeOther(stopAfterOther(symbols(" " + line + " "))));
  }

  private static String unescape(String line) {
    if (line.indexOf('&') < 0) {
      return line;
    }
    return line.replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }

  /** {@code ([\{-\~\[-\` -\&\(-\+\:-\@\/])} becomes {@code " \1 "}; a space need not grow. */
  private static StringBuilder symbols(String line) {
    StringBuilder result = new StringBuilder(line.length() + line.length() / 8);
    for (int index = 0; index < line.length(); index++) {
      char character = line.charAt(index);
      if (isSymbol(character)) {
        result.append(' ').append(character).append(' ');
      } else {
        result.append(character);
      }
    }
    return result;
  }

  /** {@code ([^0-9])([\.,])} becomes {@code "\1 \2 "}. */
  private static StringBuilder stopAfterOther(CharSequence line) {
    StringBuilder result = new StringBuilder(line.length() + line.length() / 8);
    for (int index = 0; index < line.length(); index++) {
      char character = line.charAt(index);
      result.append(character);
      if (!isDigit(character) && index + 1 < line.length() && isStop(line.charAt(index + 1))) {
        result.append(' ').append(line.charAt(++index)).append(' ');
      }
    }
    return result;
  }

  /** {@code ([\.,])([^0-9])} becomes {@code " \1 \2"}. */
  private static StringBuilder stopBeforeOther(CharSequence line) {
    StringBuilder result = new StringBuilder(line.length() + line.length() / 8);
    for (int index = 0; index < line.length(); index++) {
      char character = line.charAt(index);
      if (isStop(character) && index + 1 < line.length() && !isDigit(line.charAt(index + 1))) {
        result.append(' ').append(character).append(' ').append(line.charAt(++index));
      } else {
        result.append(character);
      }
    }
    return result;
  }

  /** {@code ([0-9])(-)} becomes {@code "\1 \2 "}. */
  private static StringBuilder dashAfterDigit(CharSequence line) {
    StringBuilder result = new StringBuilder(line.length() + line.length() / 8);
    for (int index = 0; index < line.length(); index++) {
      char character = line.charAt(index);
      result.append(character);
      if (isDigit(character) && index + 1 < line.length() && line.charAt(index + 1) == '-') {
        result.append(' ').append(line.charAt(++index)).append(' ');
      }
    }
    return result;
  }

  private static boolean isSymbol(char character) {
    return character >= '{' && character <= '~'
        || character >= '[' && character <= '`'
        || character > ' ' && character <= '&'
        || character >= '(' && character <= '+'
        || character >= ':' && character <= '@'
        || character == '/';
  }

  private static boolean isStop(char character) {
    return character == '.' || character == ',';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
