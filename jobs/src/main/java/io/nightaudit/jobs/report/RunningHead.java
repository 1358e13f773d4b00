package io.nightaudit.jobs.report;

/** The running head of printed pages, with its strings escaped for a style sheet. */
public final class RunningHead {
  private RunningHead() {}

  /** The rule that prints one text at the left and one at the right of each page's head. */
  public static String of(String left, String right) {
    return "@page{@top-left{content:\"%s\"}@top-right{content:\"%s\"}}\n"
        .formatted(style(left), style(right));
  }

  private static String style(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .limit(120)
        .forEach(
            character -> {
              if (Character.isLetterOrDigit(character)) {
                escaped.appendCodePoint(character);
              } else {
                escaped.append('\\').append(Integer.toHexString(character)).append(' ');
              }
            });
    return escaped.toString();
  }
}
