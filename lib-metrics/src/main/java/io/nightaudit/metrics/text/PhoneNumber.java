package io.nightaudit.metrics.text;

/**
 * A phone number in a form that hardly anything else is written in: international (ITU-T E.164) or
 * one of the national forms with separators.
 */
final class PhoneNumber {
  private static final int INTERNATIONAL_SHORTEST = 9;
  private static final int INTERNATIONAL_LONGEST = 15;
  private static final int NORTH_AMERICAN = 11;
  private static final int NATIONAL_SHORTEST = 9;
  private static final int NATIONAL_LONGEST = 12;
  private static final int NATIONAL_GROUPS = 5;

  private PhoneNumber() {}

  /**
   * Where the number that begins with the first group ends, or −1.
   *
   * @param afterDigit whether another number and a blank stand before it
   */
  static int end(DigitGroups number, boolean afterDigit) {
    for (int groups = number.count; groups > 0; groups--) {
      if (mayEnd(number, groups) && isPhone(number, groups, afterDigit)) {
        return number.ends[groups - 1];
      }
    }
    return -1;
  }

  /** A number with blanks in it does not end where another blank and digits follow. */
  private static boolean mayEnd(DigitGroups number, int groups) {
    if (!number.endsAfter(groups)) {
      return false;
    }
    boolean blankFollows = groups < number.count && number.separators[groups] == ' ';
    return number.plus || !blankFollows || groups > 1 && number.separators[groups - 1] != ' ';
  }

  private static boolean isPhone(DigitGroups number, int groups, boolean afterDigit) {
    if (number.plus) {
      return isInternational(number, groups);
    }
    boolean blanks = number.separated(0, groups - 1, ' ');
    if (groups == 1 || blanks && afterDigit) {
      return false;
    }
    return isDialledInternational(number, groups)
        || isNorthAmerican(number, groups)
        || hasTrunkZero(number, groups)
        || isMobile(number, groups)
        || isBracketed(number, groups);
  }

  private static boolean isInternational(DigitGroups number, int groups) {
    int digits = number.digits(groups);
    boolean together = number.lengths[0] >= INTERNATIONAL_SHORTEST;
    if (number.digit(0, 0) == 0
        || digits < INTERNATIONAL_SHORTEST
        || number.bracket
        || together && groups > 1) {
      return false;
    }
    if (number.has(groups, '.') && !isDotted(number, groups)) {
      return false;
    }
    if (number.digit(0, 0) == 1) {
      return digits == NORTH_AMERICAN;
    }
    // A trunk zero in brackets is not dialled from abroad and does not count.
    int dialled = groups > 1 && isZero(number, 1) ? digits - 1 : digits;
    return dialled <= INTERNATIONAL_LONGEST && (groups > 1 || digits > INTERNATIONAL_SHORTEST);
  }

  private static boolean isZero(DigitGroups number, int group) {
    return number.lengths[group] == 1 && number.digit(group, 0) == 0;
  }

  /** Dots only, which are neither those of an amount nor those of coordinates. */
  private static boolean isDotted(DigitGroups number, int groups) {
    return number.separated(0, groups - 1, '.') && !isAmount(number, groups);
  }

  /** Groups of three digits behind the first one. */
  private static boolean isAmount(DigitGroups number, int groups) {
    for (int group = 1; group < groups; group++) {
      if (number.lengths[group] != 3) {
        return false;
      }
    }
    return true;
  }

  /** 00 in place of the plus. */
  private static boolean isDialledInternational(DigitGroups number, int groups) {
    int length = number.lengths[0];
    boolean zeros = length >= 2 && number.digit(0, 0) == 0 && number.digit(0, 1) == 0;
    int code = length > 2 ? number.digit(0, 2) : number.digit(1, 0);
    int digits = number.digits(groups) - 2;
    return zeros
        && length <= 5
        && code != 0
        && digits >= INTERNATIONAL_SHORTEST
        && digits <= INTERNATIONAL_LONGEST
        && !number.separated(0, groups - 1, '.');
  }

  /** (ddd) ddd-dddd, ddd-ddd-dddd, ddd.ddd.dddd, each perhaps behind 1. */
  private static boolean isNorthAmerican(DigitGroups number, int groups) {
    int first = number.lengths[0] == 1 && number.digit(0, 0) == 1 ? 1 : 0;
    if (groups != first + 3
        || number.lengths[first] != 3
        || number.lengths[first + 1] != 3
        || number.lengths[first + 2] != 4) {
      return false;
    }
    int last = number.separators[first + 2];
    boolean marks = last == '-' || last == '.';
    boolean same = marks && number.separators[first + 1] == last;
    return number.digit(first, 0) > 1
        && number.digit(first + 1, 0) > 1
        && (same || marks && number.bracket || number.bracket && last == ' ');
  }

  /** A leading zero, as in most of Europe, Japan and Australia. */
  private static boolean hasTrunkZero(DigitGroups number, int groups) {
    int digits = number.digits(groups);
    boolean zero = number.lengths[0] > 1 && number.digit(0, 0) == 0 && number.digit(0, 1) != 0;
    if (!zero
        || digits < NATIONAL_SHORTEST
        || digits > NATIONAL_LONGEST
        || groups > NATIONAL_GROUPS) {
      return false;
    }
    int separator = number.separators[groups - 1];
    if (separator == '.' || number.separators[1] == '.') {
      return groups == NATIONAL_GROUPS && isPairs(number) && number.separated(0, 4, '.');
    }
    boolean slashDate = groups > 2 && number.separators[2] == '/';
    return !slashDate
        && number.separated(1, groups - 1, separator)
        && hasLongGroups(number, groups);
  }

  private static boolean hasLongGroups(DigitGroups number, int groups) {
    for (int group = 0; group < groups; group++) {
      if (number.lengths[group] < 2) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPairs(DigitGroups number) {
    for (int group = 0; group < NATIONAL_GROUPS; group++) {
      if (number.lengths[group] != 2) {
        return false;
      }
    }
    return true;
  }

  /** 1dd-dddd-dddd, a Chinese mobile number. */
  private static boolean isMobile(DigitGroups number, int groups) {
    int separator = number.separators[1];
    return groups == 3
        && number.lengths[0] == 3
        && number.lengths[1] == 4
        && number.lengths[2] == 4
        && number.digit(0, 0) == 1
        && number.digit(0, 1) > 2
        && (separator == ' ' || separator == '-')
        && number.separated(0, 2, separator);
  }

  /** (dd) dddd-dddd or (dd) ddddd-dddd, as in Brazil. */
  private static boolean isBracketed(DigitGroups number, int groups) {
    int middle = groups == 3 ? number.lengths[1] : 0;
    return number.bracket
        && number.lengths[0] == 2
        && (middle == 4 || middle == 5)
        && number.lengths[2] == 4
        && number.separators[2] == '-';
  }
}
