package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingEaseTest {
  /** The formula of Flesch (1948) by hand. */
  @ParameterizedTest
  @CsvSource({
    // words, sentences, syllables, 206.835 - 1.015 words/sentences - 84.6 syllables/words
    "6, 1, 6, 116.145",
    "5, 1, 9, 49.48",
    "100, 5, 150, 59.635",
    "1, 1, 1, 121.22"
  })
  void value_sums_isFlesch(long words, long sentences, long syllables, double expected) {
    assertThat(new ReadingEase(words, sentences, syllables).value())
        .isCloseTo(expected, within(1e-10));
  }

  @Test
  void value_noWords_isNaN() {
    assertThat(ReadingEase.EMPTY.value()).isNaN();
    assertThat(of("... 😀").value()).isNaN();
  }

  @Test
  void plus_twoTexts_isTheirConcatenation() {
    String first = "The cat sat on the mat. ";
    String second = "A table made the company happy. Everybody agreed.";
    assertThat(of(first).plus(of(second))).isEqualTo(of(first + second));
    assertThat(of(first).plus(ReadingEase.EMPTY)).isEqualTo(of(first));
  }

  @Test
  void plus_beyond63Bits_isRefused() {
    ReadingEase large = new ReadingEase(1, 1, Long.MAX_VALUE);
    assertThatThrownBy(() -> large.plus(large)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "1, 2, 1", "1, 0, 1", "2, 1, 1", "0, -1, 0", "0, 1, 0"})
  void new_impossibleSums_isRefused(long words, long sentences, long syllables) {
    assertThatThrownBy(() -> new ReadingEase(words, sentences, syllables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words + " words");
  }

  private static ReadingEase of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    assertThat(description.syllables()).isEqualTo(description.readingEase().syllables());
    return description.readingEase();
  }
}
