package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten megabytes of anything take time in proportion to their length. */
class HostileTextTest {
  private static final int SIZE = 10_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "(",
        "a ",
        "'",
        "a'",
        "’",
        "a’",
        "é",
        "ё ",
        " ",
        "\n",
        "\n \t",
        "?",
        ".a",
        "`",
        "```\n",
        "[",
        "{\"a\":",
        "\"",
        "\\",
        "漢",
        "😀",
        "👩‍",
        "️",
        "🇩",
        "1",
        "1.",
        "http://",
        "www.",
        ">",
        "-",
        "i'm sorry ",
        "i cannot i cannot ",
        "抱歉我无",
        "عذرا، لا ",
        "\u0000",
        "‮",
        "ش",
        "́"
      })
  @Timeout(20)
  void describe_tenMegabytesOfOnePattern_isLinear(String pattern) {
    byte[] unit = pattern.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[SIZE / unit.length * unit.length];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = unit[index % unit.length];
    }
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    long expected =
        (long) pattern.codePointCount(0, pattern.length()) * (bytes.length / unit.length);
    assertThat(description.characters()).isEqualTo(expected);
    assertThat(description.validJson()).isFalse();
    assertThat(description.refusal()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x80, 0xC3, 0xE2, 0xF0, 0xFF})
  @Timeout(20)
  void describe_tenMegabytesOfOneInvalidByte_countsEach(int value) {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) value);
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    assertThat(description.characters()).isEqualTo(SIZE);
    assertThat(description.words()).isZero();
  }
}
