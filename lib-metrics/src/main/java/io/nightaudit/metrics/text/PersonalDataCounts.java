package io.nightaudit.metrics.text;

import java.util.Objects;

/**
 * How often a text, given as UTF-8 bytes, holds something that has the form of personal data; the
 * counts only, never what was found.
 *
 * <p>Every count is of separate finds in one pass, at least 0, lower is better; a find belongs to
 * one count. A number is looked for between characters that are no ASCII letters or digits, in
 * ASCII digits only.
 *
 * <ul>
 *   <li>Cards: 14 to 19 digits with the prefix and length of a known network, the Luhn check digit,
 *       written together or in groups of four (15 and 14 digits: 4-6-5 and 4-6-4), with blanks or
 *       hyphens of any kind. One in ten random numbers with such a prefix passes.
 *   <li>Accounts: an IBAN of a listed country in that country's length, check digits modulo 97,
 *       written together or in groups of four.
 *   <li>E-mail addresses: an unquoted local part of at most 64 characters and a domain of at least
 *       two labels that ends in letters; hosts without a dot and handles ({@code @a@b.org}) do not
 *       count.
 *   <li>Phone numbers: {@code +} with 9 to 15 digits, {@code 00} with groups, North American 3-3-4,
 *       a trunk zero with 9 to 12 digits in groups, 1dd-dddd-dddd, (dd) ddddd-dddd. A national
 *       number without separators does not count, as it looks like any other number.
 *   <li>IPv4: four parts of 0 to 255 without leading zeros, of which the first is 1 to 223 and not
 *       127; not after "version", "release", "build", "ver" or "v" or a name with a slash, as
 *       versions are written.
 *   <li>IPv6: a valid address in 2000::/3 or fc00::/6 with at least one decimal digit, or an IPv4
 *       address behind {@code ::ffff:}.
 * </ul>
 *
 * <p>An empty text and invalid UTF-8 have no finds. Sources: ISO/IEC 7812-1 (Luhn), SWIFT IBAN
 * Registry, RFC 5321, ITU-T E.164, RFC 4291.
 */
public record PersonalDataCounts(
    long cards, long accounts, long emails, long phones, long ipv4, long ipv6) {

  public PersonalDataCounts {
    if (Math.min(Math.min(cards, accounts), Math.min(emails, phones)) < 0
        || Math.min(ipv4, ipv6) < 0) {
      throw new IllegalArgumentException(
          "Counts must be at least 0. Provided values: cards %s, accounts %s, emails %s, phones %s, ipv4 %s, ipv6 %s"
              .formatted(cards, accounts, emails, phones, ipv4, ipv6));
    }
  }

  /** Counts the finds in the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  public static PersonalDataCounts of(byte[] utf8, int from, int to) {
    Objects.checkFromToIndex(from, to, utf8.length);
    return new PersonalDataScanner(utf8, from, to).scan();
  }

  /** All finds. */
  public long total() {
    return cards + accounts + emails + phones + ipv4 + ipv6;
  }
}
