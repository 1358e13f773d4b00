package io.nightaudit.metrics.text;

/**
 * A payment card number: prefix and length of a network, and the check digit of Luhn (ISO/IEC
 * 7812-1, annex B). Lengths of 12 and 13 digits are out of use and would let article numbers in.
 */
final class CardNumber {
  private static final int SHORTEST = 14;
  private static final int LONGEST = 19;
  private static final int GROUP = 4;

  /** First and last prefix of four digits, shortest and longest number. */
  private static final int[][] NETWORKS = {
    {2200, 2204, 16, 19}, // Mir
    {2221, 2720, 16, 16}, // Mastercard
    {3000, 3059, 14, 14}, // Diners Club
    {3090, 3099, 14, 14},
    {3400, 3499, 15, 15}, // American Express
    {3528, 3589, 16, 19}, // JCB
    {3600, 3699, 14, 14}, // Diners Club
    {3700, 3799, 15, 15}, // American Express
    {3800, 3999, 14, 14}, // Diners Club
    {4000, 4999, 16, 16}, // Visa
    {4000, 4999, 19, 19},
    {5018, 5018, 16, 19}, // Maestro
    {5019, 5019, 16, 16}, // Dankort
    {5020, 5020, 16, 19}, // Maestro
    {5038, 5038, 16, 19},
    {5080, 5089, 16, 16}, // RuPay
    {5100, 5599, 16, 16}, // Mastercard
    {5893, 5893, 16, 19}, // Maestro
    {6000, 6099, 16, 19}, // Discover, RuPay
    {6200, 6299, 16, 19}, // UnionPay
    {6304, 6304, 16, 19}, // Maestro
    {6440, 6599, 16, 19}, // Discover
    {6759, 6763, 16, 19}, // Maestro
    {8100, 8299, 16, 19}, // UnionPay, RuPay
    {9792, 9792, 16, 16} // Troy
  };

  private CardNumber() {}

  /** Where the card number that begins with the first group ends, or −1; the longest one. */
  static int end(DigitGroups number) {
    for (int groups = number.count; groups > 0; groups--) {
      int digits = number.digits(groups);
      if (digits >= SHORTEST
          && digits <= LONGEST
          && isGrouped(number, groups)
          && number.endsAfter(groups)
          && isKnown(number, digits)
          && passesLuhn(number, groups)) {
        return number.ends[groups - 1];
      }
    }
    return -1;
  }

  private static boolean isGrouped(DigitGroups number, int groups) {
    int separator = groups == 1 ? ' ' : number.separators[1];
    if (separator != ' ' && separator != '-' || !number.separated(0, groups - 1, separator)) {
      return false;
    }
    if (groups == 3) {
      return number.lengths[0] == GROUP && number.lengths[1] == 6 && number.lengths[2] >= GROUP;
    }
    for (int group = 0; group < groups - 1; group++) {
      if (number.lengths[group] != GROUP) {
        return false;
      }
    }
    return groups == 1 || number.lengths[groups - 1] <= GROUP;
  }

  private static boolean isKnown(DigitGroups number, int digits) {
    int prefix = 0;
    for (int position = 0; position < GROUP; position++) {
      prefix = prefix * 10 + number.digit(0, position);
    }
    for (int[] network : NETWORKS) {
      boolean length = digits >= network[2] && digits <= network[3];
      if (length && prefix >= network[0] && prefix <= network[1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean passesLuhn(DigitGroups number, int groups) {
    int sum = 0;
    boolean doubled = false;
    for (int group = groups - 1; group >= 0; group--) {
      for (int position = number.lengths[group] - 1; position >= 0; position--) {
        int digit = number.digit(group, position) << (doubled ? 1 : 0);
        sum += digit > 9 ? digit - 9 : digit;
        doubled = !doubled;
      }
    }
    return sum % 10 == 0;
  }
}
