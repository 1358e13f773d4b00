package io.nightaudit.metrics.text;

/**
 * The one pass that finds forms of personal data: at the beginning of each word it tries every
 * form, and each form looks at a bounded number of bytes or at bytes that no later try looks at.
 */
final class PersonalDataScanner {
  private final byte[] buffer;
  private final int from;
  private final int to;
  private final DigitGroups groups = new DigitGroups();
  private long cards;
  private long accounts;
  private long emails;
  private long phones;
  private long ipv4;
  private long ipv6;

  PersonalDataScanner(byte[] buffer, int from, int to) {
    this.buffer = buffer;
    this.from = from;
    this.to = to;
  }

  PersonalDataCounts scan() {
    int index = from;
    while (index < to) {
      int value = buffer[index];
      int found = value == '@' ? email(index) : start(index, value);
      index = found > index ? found : next(index);
    }
    return new PersonalDataCounts(cards, accounts, emails, phones, ipv4, ipv6);
  }

  /** The end of the word at the index, or the index after it. */
  private int next(int index) {
    int next = index;
    while (next < to && Ascii.isWord(buffer[next])) {
      next++;
    }
    return Math.max(next, index + 1);
  }

  private int email(int at) {
    int end = EmailAddress.end(buffer, from, at, to);
    emails += end > 0 ? 1 : 0;
    return end;
  }

  /** Tries the forms that may begin here; gives the end of the one found or −1. */
  private int start(int index, int value) {
    if (index > from && Ascii.isWord(buffer[index - 1])) {
      return -1;
    }
    if (Ascii.isDigit(value)) {
      int end = address(index);
      return end > 0 ? end : number(index);
    }
    if (Ascii.isLetter(value)) {
      int end = AccountNumber.end(buffer, index, to);
      accounts += end > 0 ? 1 : 0;
      return end > 0 ? end : address(index);
    }
    return switch (value) {
      case ':' -> address(index);
      case '+', '(' -> phone(index);
      default -> -1;
    };
  }

  private int address(int index) {
    int end = InternetAddress.endOfVersion6(buffer, from, index, to);
    if (end > 0) {
      ipv6++;
      return end;
    }
    end = InternetAddress.endOfVersion4(buffer, from, index, to);
    ipv4 += end > 0 ? 1 : 0;
    return end;
  }

  private int number(int index) {
    if (continuesToken(index)) {
      return -1;
    }
    groups.read(buffer, index, to);
    int end = CardNumber.end(groups);
    if (end > 0) {
      cards++;
      return end;
    }
    return countPhone(index);
  }

  private int phone(int index) {
    if (continuesToken(index)) {
      return -1;
    }
    groups.read(buffer, index, to);
    return countPhone(index);
  }

  private int countPhone(int index) {
    boolean afterDigit =
        index >= from + 2 && buffer[index - 1] == ' ' && Ascii.isDigit(buffer[index - 2]);
    int end = PhoneNumber.end(groups, afterDigit);
    phones += end > 0 ? 1 : 0;
    return end;
  }

  /** Whether a mark before the number joins it to something: a decimal, a date, an identifier. */
  private boolean continuesToken(int index) {
    if (index == from) {
      return false;
    }
    int mark = buffer[index - 1];
    if (mark == '#' || mark == '+') {
      return true;
    }
    boolean wordBefore = index > from + 1 && Ascii.isWord(buffer[index - 2]);
    boolean digitBefore = index > from + 1 && Ascii.isDigit(buffer[index - 2]);
    return switch (mark) {
      case '-', '.', '/', '_' -> wordBefore;
      case ',', ':' -> digitBefore;
      default -> false;
    };
  }
}
