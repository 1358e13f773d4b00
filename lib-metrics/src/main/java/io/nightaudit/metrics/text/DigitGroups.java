package io.nightaudit.metrics.text;

/**
 * A number as written: groups of digits with single separators between them, at most 8 groups and
 * 20 digits a group, so that reading it costs a bounded time.
 */
final class DigitGroups {
  static final int LIMIT = 8;
  private static final int LONGEST = 20;

  /** Stands for a separator that is only a bracket. */
  static final int BRACKET = '(';

  /** Whether a plus stands before the first digit. */
  boolean plus;

  /** Whether a bracket stands before the first digit. */
  boolean bracket;

  int count;
  final int[] lengths = new int[LIMIT];

  /** Where each group ends. */
  final int[] ends = new int[LIMIT];

  /** The separator before each group; a blank or hyphen of any kind is its ASCII form. */
  final int[] separators = new int[LIMIT];

  private final int[] starts = new int[LIMIT];
  private byte[] buffer;
  private int to;

  /** Where reading goes on. */
  private int after;

  void read(byte[] bytes, int start, int end) {
    buffer = bytes;
    to = end;
    count = 0;
    int index = start;
    plus = buffer[index] == '+';
    index += plus ? 1 : 0;
    bracket = index < to && buffer[index] == '(';
    index += bracket ? 1 : 0;
    after = index;
    int separator = 0;
    while (count < LIMIT && after < to && Ascii.isDigit(buffer[after])) {
      if (!group(after, separator)) {
        return;
      }
      separator = separator();
      if (separator == 0) {
        return;
      }
    }
  }

  /** Passes over a closing bracket, a mark and an opening bracket; 0 if there is none of them. */
  private int separator() {
    int separator = 0;
    if (after < to && buffer[after] == ')') {
      separator = BRACKET;
      after++;
    }
    int width = separatorWidth(after);
    separator = width == 0 ? separator : mark(after, width);
    after += width;
    // A bracket further on begins another number.
    if (count < 2 && after < to && buffer[after] == '(') {
      separator = separator == 0 ? BRACKET : separator;
      after++;
    }
    return separator;
  }

  private boolean group(int start, int separator) {
    int index = start;
    while (index < to && index - start <= LONGEST && Ascii.isDigit(buffer[index])) {
      index++;
    }
    if (index - start > LONGEST) {
      // Too long for any number: nothing before it ends with a separator that may end a number.
      return false;
    }
    starts[count] = start;
    ends[count] = index;
    lengths[count] = index - start;
    separators[count++] = separator;
    after = index;
    return true;
  }

  private int separatorWidth(int index) {
    if (index >= to) {
      return 0;
    }
    return switch (buffer[index]) {
      case ' ', '-', '.', '/' -> 1;
      default -> Math.max(Ascii.hardBlank(buffer, index, to), Ascii.wideHyphen(buffer, index, to));
    };
  }

  /** A separator of several bytes stands for its ASCII form. */
  private int mark(int index, int width) {
    if (width == 1) {
      return buffer[index];
    }
    return Ascii.wideHyphen(buffer, index, to) > 0 ? '-' : ' ';
  }

  /** Digit at a position of a group. */
  int digit(int group, int position) {
    return buffer[starts[group] + position] - '0';
  }

  /** Digits of the first groups. */
  int digits(int groups) {
    int sum = 0;
    for (int group = 0; group < groups; group++) {
      sum += lengths[group];
    }
    return sum;
  }

  /** Whether all separators between the groups from first to last are this one. */
  boolean separated(int first, int last, int separator) {
    for (int group = first + 1; group <= last; group++) {
      if (separators[group] != separator) {
        return false;
      }
    }
    return true;
  }

  /** Whether a separator between the first groups is this one. */
  boolean has(int groups, int separator) {
    for (int group = 1; group < groups; group++) {
      if (separators[group] == separator) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first groups end there: no word, decimal, time or address goes on after them. */
  boolean endsAfter(int groups) {
    int end = ends[groups - 1];
    if (end >= to) {
      return true;
    }
    int wide = Ascii.wideHyphen(buffer, end, to);
    int mark = wide > 0 ? '-' : buffer[end];
    int next = end + Math.max(1, wide);
    int second = next < to ? buffer[next] : ' ';
    return switch (mark) {
      case '.', ',', ':' -> !Ascii.isDigit(second);
      case '-', '/' -> !Ascii.isWord(second);
      case '@', '%' -> false;
      default -> !Ascii.isWord(mark);
    };
  }
}
