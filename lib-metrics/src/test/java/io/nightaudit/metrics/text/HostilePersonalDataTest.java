package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal data in bytes that are cut, damaged or made to be slow. */
class HostilePersonalDataTest {
  private static final int SIZE = 10_000_000;
  private static final PersonalDataCounts NONE = new PersonalDataCounts(0, 0, 0, 0, 0, 0);

  @Test
  void of_partOfArray_looksAtNothingElse() {
    byte[] bytes = "x4111111111111111 1a@b.orgx".getBytes(StandardCharsets.UTF_8);
    assertThat(PersonalDataCounts.of(bytes, 1, 17).cards()).isOne();
    assertThat(PersonalDataCounts.of(bytes, 1, 16)).isEqualTo(NONE);
    assertThat(PersonalDataCounts.of(bytes, 19, 25).emails()).isOne();
    assertThatThrownBy(() -> PersonalDataCounts.of(bytes, 0, bytes.length + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Every beginning of a text with every form: no reading past the end. */
  @Test
  void of_cutAnywhere_isDefined() {
    byte[] bytes =
        ("+49 (0)30 23125 555 ::ffff:192.0.2.1 2001:db8::1 a@b.org GB29 NWBK 6016 1331 9268 19"
                + " 4111\u00A01111\u202F1111 1111 (212) 555-0123 version 1.2.3.4")
            .getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from <= bytes.length; from++) {
      for (int to = from; to <= bytes.length; to++) {
        byte[] exact = Arrays.copyOfRange(bytes, from, to);
        assertThat(PersonalDataCounts.of(bytes, from, to))
            .isEqualTo(PersonalDataCounts.of(exact, 0, exact.length));
      }
    }
  }

  @Test
  void of_invalidUtf8AndNul_areSeparators() {
    byte[] card = "4111111111111111".getBytes(StandardCharsets.UTF_8);
    for (int value : new int[] {0, 0x80, 0xC0, 0xC2, 0xE2, 0xED, 0xF8, 0xFF}) {
      byte[] bytes = new byte[card.length + 2];
      Arrays.fill(bytes, (byte) value);
      System.arraycopy(card, 0, bytes, 1, card.length);
      assertThat(PersonalDataCounts.of(bytes, 0, bytes.length).cards()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "4111 ",
        "a@a@",
        "a.",
        "a:",
        "2001:",
        "1.",
        "1.1.1.1.",
        "+",
        "+1",
        "(",
        "(1",
        "DE89",
        "DE89 ",
        "DE89 3704 0044 ",
        "@",
        "a.a@a.",
        "-",
        "\u0000",
        "é",
        "\u00A0",
        "1\u00A0",
        "f",
        "ffff:",
        "::ffff:",
        "00 4",
        "_",
        "a@a."
      })
  @Timeout(20)
  void of_megabyteOfOnePattern_isLinear(String pattern) {
    byte[] unit = pattern.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[SIZE / 10 / unit.length * unit.length];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = unit[index % unit.length];
    }
    assertThat(PersonalDataCounts.of(bytes, 0, bytes.length)).isEqualTo(NONE);
  }

  /** A quadratic scan of ten megabytes would take hours. */
  @ParameterizedTest
  @ValueSource(strings = {"4", "0", "a@", ":", "."})
  @Timeout(20)
  void of_tenMegabytesOfOneMark_isLinear(String pattern) {
    byte[] bytes = pattern.repeat(SIZE / pattern.length()).getBytes(StandardCharsets.UTF_8);
    assertThat(PersonalDataCounts.of(bytes, 0, bytes.length)).isEqualTo(NONE);
  }
}
