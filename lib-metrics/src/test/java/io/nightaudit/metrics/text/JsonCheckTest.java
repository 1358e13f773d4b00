package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model, or an enemy, may write where JSON is expected (RFC 8259). */
class JsonCheckTest {
  private static final int DEEP = 100_000;
  private static final int LONG = 10_000_000;

  private static boolean isValid(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    return description.validJson();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "[[],"})
  @Timeout(10)
  void validJson_deepNesting_isFalseWithoutOverflow(String opening) {
    assertThat(isValid(opening.repeat(DEEP))).isFalse();
  }

  @Test
  void validJson_deepNestingClosed_isFalse() {
    assertThat(isValid("[".repeat(DEEP) + "]".repeat(DEEP))).isFalse();
    assertThat(isValid("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP))).isFalse();
  }

  @Test
  void validJson_nestingAtTheLimit_isTrueAndBeyondFalse() {
    assertThat(isValid("[".repeat(1_000) + "]".repeat(1_000))).isTrue();
    assertThat(isValid("[".repeat(1_001) + "]".repeat(1_001))).isFalse();
  }

  @Test
  @Timeout(10)
  void validJson_tenMegabytes_isTrue() {
    assertThat(isValid("\"" + "x".repeat(LONG) + "\"")).isTrue();
    assertThat(isValid("[" + "1,".repeat(LONG / 2) + "1]")).isTrue();
    assertThat(isValid(" ".repeat(LONG) + "1")).isTrue();
    assertThat(isValid("{\"" + "k".repeat(LONG) + "\":1}")).isTrue();
  }

  @Test
  @Timeout(10)
  void validJson_manyKeys_isTrue() {
    String keys =
        IntStream.range(0, 300_000)
            .mapToObj(n -> "\"k" + n + "\":" + n)
            .collect(Collectors.joining(","));
    assertThat(isValid("{" + keys + "}")).isTrue();
    assertThat(isValid("{" + "\"k\":1,".repeat(300_000) + "\"k\":1}")).isTrue();
  }

  @Test
  void validJson_longNumber_isTrueToTheLimit() {
    assertThat(isValid("1".repeat(10_000))).isTrue();
    assertThat(isValid("1".repeat(20_000))).isFalse();
    assertThat(isValid("1e" + "9".repeat(20_000))).isFalse();
    assertThat(isValid("1e999999999")).isTrue();
  }

  /** The grammar allows any \\u escape, also half of a pair. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\uD800\"",
        "\"\\uDC00\\uD800\"",
        "\"\\uD83D\\uDE00\"",
        "{\"a\":1,\"a\":1}",
        "{\"\":0}",
        "\"\\u0000\"",
        "-0",
        "1E+2",
        "\t\r\n[ ]",
        "\"\u2028\u007F\""
      })
  void validJson_unusualButAllowed_isTrue(String text) {
    assertThat(isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "[NaN]",
        "{\"a\":NaN}",
        "Infinity",
        "[-Infinity]",
        "[+1]",
        "[01]",
        "[.5]",
        "[1.]",
        "[1e]",
        "[0x1]",
        "\"\\uD8\"",
        "\"\\x41\"",
        "\"a\tb\"",
        "\"a\nb\"",
        "[1 /* one */]",
        "[1] // one",
        "[1,,2]",
        "[,]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{1:2}",
        "None",
        "True",
        "\uFEFF{}",
        "{}\u00A0",
        "\u000B1",
        "\"a",
        "'a'",
        "{}{}",
        "[1]2",
        "null null",
        "]",
        "}",
        "{]",
        "[}",
        "\"\\uD800"
      })
  void validJson_notAllowed_isFalse(String text) {
    assertThat(isValid(text)).isFalse();
  }

  /** A lone surrogate written as three bytes is not UTF-8. */
  @Test
  void validJson_surrogateInBytes_isFalse() {
    byte[] bytes = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    assertThat(description.validJson()).isFalse();
  }
}
