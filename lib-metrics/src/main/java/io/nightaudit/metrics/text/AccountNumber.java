package io.nightaudit.metrics.text;

/** An international bank account number; source: SWIFT, IBAN Registry, and ISO 13616-1. */
final class AccountNumber {
  private static final int GROUP = 4;
  private static final int MODULUS = 97;

  /** Country and length of its numbers. */
  private static final String LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";

  private static final byte[] LENGTH = lengths();

  private AccountNumber() {}

  /** Where the number that begins at the index ends, or −1. */
  static int end(byte[] buffer, int start, int to) {
    if (start + GROUP >= to
        || !Ascii.isLetter(buffer[start + 1])
        || !Ascii.isDigit(buffer[start + 2])
        || !Ascii.isDigit(buffer[start + 3])) {
      return -1;
    }
    int length = LENGTH[letter(buffer[start]) * 26 + letter(buffer[start + 1])];
    return length == 0 ? -1 : end(buffer, start, to, length);
  }

  private static int end(byte[] buffer, int start, int to, int length) {
    int index = start + GROUP;
    boolean grouped = Ascii.blankOrHyphen(buffer, index, to) > 0;
    int remainder = 0;
    for (int position = GROUP; position < length; position++) {
      if (grouped && position % GROUP == 0) {
        int width = Ascii.blankOrHyphen(buffer, index, to);
        if (width == 0) {
          return -1;
        }
        index += width;
      }
      if (index >= to || buffer[index] == '_' || !Ascii.isWord(buffer[index])) {
        return -1;
      }
      remainder = append(remainder, buffer[index++]);
    }
    for (int position = 0; position < GROUP; position++) {
      remainder = append(remainder, buffer[start + position]);
    }
    boolean whole = index == to || !Ascii.isWord(buffer[index]);
    return whole && remainder == 1 ? index : -1;
  }

  private static int append(int remainder, int value) {
    return Ascii.isDigit(value)
        ? (remainder * 10 + value - '0') % MODULUS
        : (remainder * 100 + letter(value) + 10) % MODULUS;
  }

  private static int letter(int value) {
    return (value | 0x20) - 'a';
  }

  private static byte[] lengths() {
    byte[] lengths = new byte[26 * 26];
    for (String entry : LENGTHS.split(" ")) {
      int country = letter(entry.charAt(0)) * 26 + letter(entry.charAt(1));
      lengths[country] = Byte.parseByte(entry.substring(2));
    }
    return lengths;
  }
}
