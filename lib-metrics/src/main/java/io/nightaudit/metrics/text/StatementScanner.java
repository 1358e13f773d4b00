package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.List;

/** Reads the {@link Statements} of one text in one pass. */
final class StatementScanner {
  private static final int LONGEST_ITEM_NUMBER = 3;
  private static final int LONGEST_CITATION = 2;
  private static final String MARKUP = "#*->_|(";

  private final String text;
  private final WordNames names;
  private final NumberReader number;
  private final List<int[]> runs = new ArrayList<>();
  private final IntSequence run = new IntSequence();
  private final IntSequence numbers = new IntSequence();

  /** Whether nothing but markup was read of the line. */
  private boolean lineBegins = true;

  StatementScanner(String text, WordNames names) {
    this.text = text;
    this.names = names;
    number = new NumberReader(text);
  }

  Statements scan() {
    int index = 0;
    while (index < text.length()) {
      index = number.digitAt(index) ? number(index) : other(index);
    }
    endRun();
    return new Statements(List.copyOf(runs), numbers.toArray());
  }

  private int number(int start) {
    int item = lineBegins ? itemEnd(start) : start;
    lineBegins = false;
    if (item > start) {
      return item;
    }
    number.read(start);
    int name = names.name(number.value());
    numbers.add(name);
    run.add(name);
    return number.end();
  }

  private int other(int start) {
    int end = Words.end(text, start);
    if (end > start) {
      run.add(names.name(Words.folded(text, start, end)));
      lineBegins = false;
      return end;
    }
    return text.charAt(start) == '[' ? bracket(start) : mark(start);
  }

  private int mark(int start) {
    int codePoint = text.codePointAt(start);
    int next = start + Character.charCount(codePoint);
    if (codePoint == '\n') {
      endRun();
      lineBegins = true;
      return next;
    }
    lineBegins &= WhiteSpace.is(codePoint) || MARKUP.indexOf(codePoint) >= 0;
    boolean mark = codePoint == '.' || codePoint == '!' || codePoint == '?';
    if (mark && !Words.beginsAt(text, next) || SentenceMarks.ends(codePoint)) {
      endRun();
    }
    return next;
  }

  private void endRun() {
    if (run.size() > 0) {
      runs.add(run.toArray());
      run.clear();
    }
  }

  /** Where the number of a list item ends, such as {@code 1.} or {@code 2)} before a space. */
  private int itemEnd(int start) {
    int end = start;
    while (end < text.length() && isAsciiDigit(end) && end - start <= LONGEST_ITEM_NUMBER) {
      end++;
    }
    boolean item =
        end - start <= LONGEST_ITEM_NUMBER
            && end + 1 < text.length()
            && (text.charAt(end) == '.' || text.charAt(end) == ')')
            && (text.charAt(end + 1) == ' ' || text.charAt(end + 1) == '\t');
    return item && end > start ? end + 1 : start;
  }

  /** Passes over a citation such as {@code [1]} or {@code [2, 13]}, or over the bracket only. */
  private int bracket(int start) {
    int digits = 0;
    boolean cites = false;
    for (int index = start + 1; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == ']' && cites) {
        return index + 1;
      }
      if (character == ',' || character == ' ') {
        digits = 0;
      } else if (!isAsciiDigit(index) || ++digits > LONGEST_CITATION) {
        break;
      } else {
        cites = true;
      }
    }
    lineBegins = false;
    return start + 1;
  }

  private boolean isAsciiDigit(int index) {
    return text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
