package io.nightaudit.metrics.text;

/** Addresses of the Internet Protocol in their written forms; source: RFC 4291, section 2.2. */
final class InternetAddress {
  private static final int PARTS = 4;
  private static final int GROUPS = 8;
  private static final int LONGEST = 45;
  private static final String MAPPED = "::ffff:";

  /** Words before a version. */
  private static final String[] VERSION = {"version", "release", "build", "ver", "v"};

  private InternetAddress() {}

  /** Where the IPv4 address that begins at the index ends, or −1. */
  static int endOfVersion4(byte[] buffer, int from, int start, int to) {
    int end = quadEnd(buffer, start, to);
    return end < 0 || isVersion(buffer, from, start) || continues(buffer, end, to) ? -1 : end;
  }

  private static int quadEnd(byte[] buffer, int start, int to) {
    int index = start;
    for (int part = 0; part < PARTS; part++) {
      if (part > 0 && (index >= to || buffer[index++] != '.')) {
        return -1;
      }
      int first = index;
      int value = 0;
      while (index < to && index < first + 4 && Ascii.isDigit(buffer[index])) {
        value = value * 10 + buffer[index++] - '0';
      }
      boolean leadingZero = index - first > 1 && buffer[first] == '0';
      boolean reserved = part == 0 && (value == 0 || value == 127 || value > 223);
      if (index == first || leadingZero || value > 255 || reserved) {
        return -1;
      }
    }
    return index;
  }

  /** Whether what stands before says that this is the version of something. */
  private static boolean isVersion(byte[] buffer, int from, int start) {
    if (start == from) {
      return false;
    }
    int mark = buffer[start - 1];
    int before = start - 2 >= from ? buffer[start - 2] : ' ';
    if (mark == '.' || (mark == '/' || mark == '-') && Ascii.isLetter(before)) {
      return true;
    }
    int end = wordEnd(buffer, from, start);
    for (String word : VERSION) {
      if (end < start && endsWith(buffer, from, end, word)) {
        return true;
      }
    }
    return false;
  }

  /** Where the word before ends: a blank, and one mark before it, may stand between. */
  private static int wordEnd(byte[] buffer, int from, int start) {
    int index = buffer[start - 1] == ' ' ? start - 1 : start;
    if (index > from && ".:=".indexOf(buffer[index - 1]) >= 0) {
      index--;
    }
    return index;
  }

  private static boolean endsWith(byte[] buffer, int from, int end, String word) {
    int start = end - word.length();
    if (start < from || start > from && Ascii.isWord(buffer[start - 1])) {
      return false;
    }
    for (int index = 0; index < word.length(); index++) {
      if ((buffer[start + index] | 0x20) != word.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private static boolean continues(byte[] buffer, int end, int to) {
    if (end >= to) {
      return false;
    }
    int mark = buffer[end];
    int after = end + 1 < to ? buffer[end + 1] : ' ';
    return Ascii.isWord(mark)
        || mark == '.' && Ascii.isDigit(after)
        || mark == '-' && Ascii.isLetter(after);
  }

  /** Where the IPv6 address that begins at the index ends, or −1. */
  static int endOfVersion6(byte[] buffer, int from, int start, int to) {
    if (start > from && (buffer[start - 1] == ':' || buffer[start - 1] == '.')) {
      return -1;
    }
    if (buffer[start] == ':') {
      return mappedEnd(buffer, start, to);
    }
    if (start + PARTS >= to || buffer[start + PARTS] != ':' || !isAllocated(buffer, start)) {
      return -1;
    }
    int end = runEnd(buffer, start, to);
    return end < 0 ? -1 : groupsEnd(buffer, start, end);
  }

  private static int mappedEnd(byte[] buffer, int start, int to) {
    if (start + MAPPED.length() >= to) {
      return -1;
    }
    for (int index = 0; index < MAPPED.length(); index++) {
      int lower = buffer[start + index] == ':' ? ':' : buffer[start + index] | 0x20;
      if (lower != MAPPED.charAt(index)) {
        return -1;
      }
    }
    int end = quadEnd(buffer, start + MAPPED.length(), to);
    return end < 0 || continues(buffer, end, to) ? -1 : end;
  }

  /** Whether the first group, of four digits, is one that addresses begin with. */
  private static boolean isAllocated(byte[] buffer, int start) {
    int value = 0;
    for (int index = start; index < start + PARTS; index++) {
      int digit = Ascii.hex(buffer[index]);
      if (digit < 0) {
        return false;
      }
      value = value << 4 | digit;
    }
    return value >= 0x2000 && value < 0x4000 || value >= 0xFC00;
  }

  /** Where the run of digits, colons and dots ends without closing punctuation, or −1. */
  private static int runEnd(byte[] buffer, int start, int to) {
    int index = start;
    int limit = Math.min(to, start + LONGEST + 2);
    while (index < limit
        && (Ascii.hex(buffer[index]) >= 0 || buffer[index] == ':' || buffer[index] == '.')) {
      index++;
    }
    boolean open = index < to && Ascii.isWord(buffer[index]);
    if (open || index - start > LONGEST + 1) {
      return -1;
    }
    boolean closing =
        buffer[index - 1] == '.' || buffer[index - 1] == ':' && buffer[index - 2] != ':';
    return closing ? index - 1 : index;
  }

  private static int groupsEnd(byte[] buffer, int start, int end) {
    int groups = 0;
    boolean gap = false;
    int index = start;
    while (index < end) {
      int next = groupEnd(buffer, index, end);
      if (next < end && buffer[next] == '.') {
        boolean whole = quadEnd(buffer, index, end) == end;
        return whole && isComplete(groups + 2, gap) ? end : -1;
      }
      groups++;
      if (next == end) {
        break;
      }
      if (next == index || buffer[next] != ':' || next + 1 == end) {
        return -1;
      }
      boolean gapHere = buffer[next + 1] == ':';
      if (gapHere && gap) {
        return -1;
      }
      gap |= gapHere;
      index = next + (gapHere ? 2 : 1);
    }
    return hasDecimalDigit(buffer, start, end) && isComplete(groups, gap) ? end : -1;
  }

  private static int groupEnd(byte[] buffer, int start, int end) {
    int index = start;
    while (index < end && index < start + PARTS && Ascii.hex(buffer[index]) >= 0) {
      index++;
    }
    return index;
  }

  private static boolean hasDecimalDigit(byte[] buffer, int start, int end) {
    for (int index = start; index < end; index++) {
      if (Ascii.isDigit(buffer[index])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComplete(int groups, boolean gap) {
    return gap ? groups < GROUPS : groups == GROUPS;
  }
}
