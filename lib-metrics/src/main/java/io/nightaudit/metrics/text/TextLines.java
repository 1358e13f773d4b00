package io.nightaudit.metrics.text;

/** Follows the lines of one text: indentation, list items, code lines and fences. */
final class TextLines {
  private static final int CODE_INDENTATION = 4;
  private static final int TAB = 4;
  private static final int LONGEST_ITEM_NUMBER = 3;

  private int indentation;
  private boolean codeMark;
  private int codeLines;
  private int fences;

  /** Lines so far, the current one included. */
  private int lines;

  /** Whether the current line is an item of a list, a heading, a quotation or a table row. */
  private boolean item;

  private boolean blank;

  void clear() {
    codeLines = 0;
    fences = 0;
    lines = 0;
  }

  /** Begins the line at {@code index} and returns where its first visible character stands. */
  int begin(byte[] buffer, int index, int end) {
    lines++;
    codeMark = false;
    indentation = 0;
    int first = index;
    while (first < end && (buffer[first] == ' ' || buffer[first] == '\t')) {
      indentation += buffer[first++] == '\t' ? TAB : 1;
    }
    blank = first == end || buffer[first] == '\n' || buffer[first] == '\r';
    item = !blank && isItem(buffer, first, end);
    if (startsWith(buffer, first, end, '`', '`', '`')) {
      fences++;
    }
    return first;
  }

  /** Ends the current line, whose last visible character is given (0 if there is none). */
  void end(int lastVisible) {
    boolean closes = lastVisible == ';' || lastVisible == '{' || lastVisible == '}';
    boolean indented = indentation >= CODE_INDENTATION && (codeMark || lastVisible == ':');
    if (!item && lastVisible != 0 && (closes || indented)) {
      codeLines++;
    }
  }

  /** Notes a character that is usual in code and rare in prose. */
  void codeMark() {
    codeMark = true;
  }

  /** Whether a sentence cannot run on from the line before into the current one. */
  boolean breaksSentence() {
    return blank || item;
  }

  boolean item() {
    return item;
  }

  boolean several() {
    return lines > 1;
  }

  boolean code() {
    return fences > 0 || codeLines > 1;
  }

  boolean fenceOpen() {
    return (fences & 1) == 1;
  }

  private static boolean isItem(byte[] buffer, int first, int end) {
    return switch (buffer[first]) {
      case '#', '>', '|' -> true;
      case '-', '*', '+' -> first + 1 < end && buffer[first + 1] == ' ';
      case (byte) 0xE2 -> startsWith(buffer, first, end, 0xE2, 0x80, 0xA2);
      default -> isNumbered(buffer, first, end);
    };
  }

  private static boolean isNumbered(byte[] buffer, int first, int end) {
    int index = first;
    while (index < end
        && index - first < LONGEST_ITEM_NUMBER
        && buffer[index] >= '0'
        && buffer[index] <= '9') {
      index++;
    }
    return index > first
        && index + 1 < end
        && (buffer[index] == '.' || buffer[index] == ')')
        && buffer[index + 1] == ' ';
  }

  private static boolean startsWith(byte[] buffer, int index, int end, int a, int b, int c) {
    return index + 2 < end
        && buffer[index] == (byte) a
        && buffer[index + 1] == (byte) b
        && buffer[index + 2] == (byte) c;
  }
}
