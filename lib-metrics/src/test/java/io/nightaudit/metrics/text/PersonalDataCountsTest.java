package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataCountsTest {
  private static final PersonalDataCounts NONE = new PersonalDataCounts(0, 0, 0, 0, 0, 0);

  /** Test numbers that the networks and payment services publish. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111 1111 1111 1111",
        "4111111111111111",
        "4111-1111-1111-1111",
        "4111\u00A01111\u00A01111\u00A01111",
        "4111\u20111111\u20111111\u20111111",
        "5019717010103742",
        "My card is 4012888888881881, please.",
        "Karte:5555555555554444.",
        "5105 1051 0510 5100 12/27",
        "4111 1111 1111 1111 123",
        "2223003122003222",
        "3782 822463 10005",
        "371449635398431",
        "30569309025904",
        "3852 000002 3237",
        "6011 1111 1111 1117",
        "3530111333300000",
        "6200000000000005",
        "卡号4111111111111111。",
        "(4111 1111 1111 1111)",
        "3 times 4111 1111 1111 1111",
        "4111 1111 1111 1111 00000000000000000000000000"
      })
  void of_cardNumber_countsOneCard(String text) {
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(1, 0, 0, 0, 0, 0));
  }

  /** Examples of the SWIFT IBAN Registry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB29 NWBK 6016 1331 9268 19",
        "GB29NWBK60161331926819",
        "DE89370400440532013000",
        "IBAN: DE89 3704 0044 0532 0130 00.",
        "DE89\u20113704\u20110044\u20110532\u20110130\u201100",
        "de89 3704 0044 0532 0130 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "ES91 2100 0418 4502 0005 1332",
        "IT60 X054 2811 1010 0000 0123 456",
        "NL91 ABNA 0417 1643 00",
        "PL61 1090 1014 0000 0712 1981 2874",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "BR18 0036 0305 0000 1000 9795 493C 1",
        "CH93 0076 2011 6238 5295 7",
        "口座DE89370400440532013000です"
      })
  void of_bankAccount_countsOneAccount(String text) {
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(0, 1, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.org",
        "Write to anna.b+news@mail.example.co.uk.",
        "<a_b%c@ex-ample.museum>",
        "mailto:x@example.com?subject=1",
        "邮箱foo@example.cn。",
        "USER@EXAMPLE.COM, please",
        "12345@example.com",
        "a@b.xn--p1ai",
        "4111111111111111@example.com"
      })
  void of_emailAddress_countsOneEmail(String text) {
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(0, 0, 1, 0, 0, 0));
  }

  /** Numbers of the ranges that regulators set aside for fiction, where there are such. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+442079460958",
        "+44 20 7946 0958",
        "+44 (0)20 7946 0958",
        "tel:+49-30-23125-555",
        "+49 30 23125 555 9 Uhr",
        "+1 212 555 0123",
        "+1 (212) 555-0123",
        "+1.212.555.0123",
        "+33 6 39 98 00 12",
        "+33.6.39.98.00.12",
        "+91 98765 43210",
        "+86 138 0013 8000",
        "0049 30 23125 555",
        "00 44 20 7946 0958",
        "(212) 555-0123",
        "212-555-0123",
        "212\u2011555\u20110123",
        "(212) 555\u20130123",
        "212.555.0123",
        "1-800-555-0199",
        "Call 212-555-0123 2 times.",
        "020 7946 0958",
        "07700 900123",
        "030/23125555",
        "(030) 23125 555",
        "0176-04069123",
        "089/12 34 56 78",
        "06 39 98 00 12",
        "01.99.00.12.34",
        "03-1234-5678",
        "(02) 5550 1234",
        "138-0013-8000",
        "(11) 91234-5678"
      })
  void of_phoneNumber_countsOnePhone(String text) {
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(0, 0, 0, 1, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "http://198.51.100.7:8080/x",
        "from 203.0.113.255.",
        "10.0.0.0/8",
        "ip=172.16.254.1,",
        "server: 192.0.2.1",
        "dev 192.0.2.1",
        "user@192.0.2.1"
      })
  void of_ipv4Address_countsOne(String text) {
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(0, 0, 0, 0, 1, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8::1",
        "2001:0DB8:85A3:0000:0000:8A2E:0370:7334",
        "[2001:db8::8a2e:370:7334]:443",
        "fe80::1ff:fe23:4567:890a%eth0",
        "2001:db8::/32",
        "fd00::1.",
        "2001:db8::1: unreachable",
        "::ffff:192.0.2.128",
        "2001:db8::192.0.2.33"
      })
  void of_ipv6Address_countsOne(String text) {
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(0, 0, 0, 0, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Order 4111 1111 1111 1112",
        "order 4111111111111112",
        "#4111111111111111",
        "ORD-4111111111111111",
        "9111 1111 1111 1111",
        "411111111111111",
        "41111111111111111111",
        "3.4111111111111111",
        "4111 1111-1111 1111",
        "41 11 11 11 11 11 11 11",
        "1700000000000000000",
        "1714999999",
        "1714999999999",
        "2024-05-06T12:34:56.789Z",
        "2024-05-06 12:34:56",
        "01.02.2024 10 to 12",
        "01/02/2024 12 30",
        "01-02-2024 1200",
        "06.05.2024, 12.30",
        "1.2.3",
        "v1.2.3.4",
        "version 1.2.3.4",
        "Version: 1.2.3.4",
        "version=10.4.2.1",
        "v 1.2.3.4",
        "ver. 1.2.3.4",
        "release 10.4.2.1",
        "+33.8688 151.2093",
        "4111\u20111111\u20111111\u20111111\u20112",
        "4111\u20111111 1111\u20111111",
        "Chrome/120.0.6099.109",
        "openssl-1.0.2.1",
        "1.2.3.4.5",
        "1.2.3.4-beta",
        "256.1.1.1",
        "01.2.3.4",
        "127.0.0.1",
        "0.0.0.0",
        "255.255.255.0",
        "$1,234,567.89",
        "1.234.567,89 €",
        "+12.345.678.901",
        "+1234567",
        "+10 %",
        "3 + 123456789",
        "212 555 0123",
        "123-45-6789",
        "112-555-0123",
        "0,123 456 789",
        "0.123456789",
        "02 03 04",
        "01 02 03 04 05 06",
        "100 200 300 4000",
        "550e8400-e29b-41d4-a716-446655440000",
        "01234567-89ab-4cde-8f01-234567890123",
        "ISBN 978-3-16-148410-0",
        "ISBN 0-306-40615-2",
        "9783161484100",
        "00:1B:44:11:3A:B7",
        "00-1B-44-11-3A-B7",
        "00:11:22:33:44:55:66:77",
        "d41d8cd98f00b204e9800998ecf8427e",
        "de89370400440532013000aa",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "GB29 NWBK 6016 1331 9268 18",
        "GB29 NWBK 6016 1331 9268",
        "DE8937040044053201300",
        "XX89370400440532013000",
        "std::vector",
        "a::b",
        "dead::beef",
        "::",
        "::1",
        "12:34:56",
        "2001:db8:::1",
        "2001:db8::1::2",
        "2001:db8:1:2:3:4:5",
        "2001:db8:1:2:3:4:5:6:7",
        "2001:db8::12345",
        "@user",
        "@user@mastodon.social",
        "user@localhost",
        "a@b",
        "a@b@c.org",
        "lodash@4.17.21",
        "react@18.2.0-rc",
        "logo@2x.png",
        "a..b@example.org",
        ".a@example.org",
        "a.@example.org",
        "a@-example.org",
        "a@example..org",
        "a@example.o",
        "at 5 pm @ example.org"
      })
  void of_somethingElse_countsNothing(String text) {
    assertThat(counts(text)).isEqualTo(NONE);
  }

  @Test
  void of_localPartLength_isLimited() {
    assertThat(counts("a".repeat(64) + "@example.org").emails()).isOne();
    assertThat(counts("a".repeat(65) + "@example.org").emails()).isZero();
  }

  @Test
  void of_labelAndDomainLength_areLimited() {
    assertThat(counts("a@" + "b".repeat(63) + ".org").emails()).isOne();
    assertThat(counts("a@" + "b".repeat(64) + ".org").emails()).isZero();
    assertThat(counts("a@" + "b.".repeat(125) + "org").emails()).isOne();
    assertThat(counts("a@" + "b.".repeat(126) + "org").emails()).isZero();
  }

  /** One digit of a valid number changed: Luhn and modulo 97 find every such change. */
  @Test
  void of_oneDigitChanged_isNeverCounted() {
    for (String number : new String[] {"4111111111111111", "DE89370400440532013000"}) {
      for (int position = 4; position < number.length(); position++) {
        for (char digit = '0'; digit <= '9'; digit++) {
          StringBuilder changed = new StringBuilder(number);
          changed.setCharAt(position, digit);
          boolean same = digit == number.charAt(position);
          assertThat(counts(changed.toString()).total()).isEqualTo(same ? 1 : 0);
        }
      }
    }
  }

  @Test
  void of_severalFinds_countsEach() {
    String text =
        "anna@example.org, bob@example.org: 4111111111111111 and GB29 NWBK 6016 1331 9268 19;\n"
            + "+442079460958 (212) 555-0123\t192.0.2.1 192.0.2.2 [2001:db8::1]";
    assertThat(counts(text)).isEqualTo(new PersonalDataCounts(1, 1, 2, 2, 2, 1));
    assertThat(counts(text).total()).isEqualTo(9);
  }

  @Test
  void constructor_negativeCount_isRefused() {
    assertThatThrownBy(() -> new PersonalDataCounts(0, 0, -1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("emails -1");
  }

  private static PersonalDataCounts counts(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return PersonalDataCounts.of(bytes, 0, bytes.length);
  }
}
