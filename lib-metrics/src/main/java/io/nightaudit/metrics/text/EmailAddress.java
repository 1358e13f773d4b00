package io.nightaudit.metrics.text;

/** The form of an e-mail address around an at sign. */
final class EmailAddress {
  private static final int LOCAL_LIMIT = 64;
  private static final int DOMAIN_LIMIT = 253;
  private static final int LABEL_LIMIT = 63;

  private EmailAddress() {}

  /** Where the address around the at sign ends, or −1. */
  static int end(byte[] buffer, int from, int at, int to) {
    return hasLocalPart(buffer, from, at) ? domainEnd(buffer, at + 1, to) : -1;
  }

  private static boolean hasLocalPart(byte[] buffer, int from, int at) {
    int limit = Math.max(from, at - LOCAL_LIMIT - 1);
    int start = at;
    while (start > limit && isLocal(buffer[start - 1])) {
      if (buffer[start - 1] == '.' && (start == at || buffer[start] == '.')) {
        return false;
      }
      start--;
    }
    boolean length = start < at && at - start <= LOCAL_LIMIT;
    return length
        && buffer[start] != '.'
        && (start == from || buffer[start - 1] != '@')
        && hasWord(buffer, start, at);
  }

  private static boolean hasWord(byte[] buffer, int start, int at) {
    for (int index = start; index < at; index++) {
      if (Ascii.isWord(buffer[index])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLocal(int value) {
    return Ascii.isWord(value) || value == '.' || value == '-' || value == '+' || value == '%';
  }

  /** Reads labels; the address ends with the last label that is a top-level domain. */
  private static int domainEnd(byte[] buffer, int start, int to) {
    int labels = 0;
    int index = start;
    int end = -1;
    boolean scaled = false;
    while (true) {
      int next = labelEnd(buffer, index, to);
      if (next < 0) {
        break;
      }
      boolean top = labels > 0 && !scaled && isTop(buffer, index, next);
      end = top ? next : -1;
      labels++;
      scaled = isScale(buffer, index, next);
      if (next >= to || buffer[next] != '.' || next - start > DOMAIN_LIMIT) {
        index = next;
        break;
      }
      index = next + 1;
    }
    boolean open = index < to && (buffer[index] == '@' || buffer[index] == '_');
    return open || end - start > DOMAIN_LIMIT ? -1 : end;
  }

  /** As in "picture@2x.png", which names a file. */
  private static boolean isScale(byte[] buffer, int start, int end) {
    return end - start == 2 && Ascii.isDigit(buffer[start]) && (buffer[start + 1] | 0x20) == 'x';
  }

  /** Where the label ends, or −1 if there is none of valid form. */
  private static int labelEnd(byte[] buffer, int start, int to) {
    int index = start;
    while (index < to
        && index - start <= LABEL_LIMIT
        && buffer[index] != '_'
        && (Ascii.isWord(buffer[index]) || buffer[index] == '-')) {
      index++;
    }
    int length = index - start;
    boolean valid = length > 0 && length <= LABEL_LIMIT;
    return valid && buffer[start] != '-' && buffer[index - 1] != '-' ? index : -1;
  }

  /** At least two letters, or the ASCII form of a domain in another script. */
  private static boolean isTop(byte[] buffer, int start, int end) {
    boolean encoded = end - start > 4 && buffer[start + 2] == '-' && buffer[start + 3] == '-';
    for (int index = start; index < end; index++) {
      if (!Ascii.isLetter(buffer[index]) && !encoded) {
        return false;
      }
    }
    return end - start > 1 && Ascii.isLetter(buffer[start]);
  }
}
