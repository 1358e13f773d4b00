package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundednessTest {
  private static final List<String> PASSAGES =
      List.of(
          "The warranty lasts 24 months and covers parts.",
          "Shipping costs 1,000.50 dollars above 30 kg.");

  @Test
  void of_copiedAnswer_isSupported() {
    Groundedness result = Groundedness.of("the warranty LASTS 24 months", PASSAGES);

    assertThat(result).isEqualTo(new Groundedness(3, 3, 1, 0));
    assertThat(result.support()).hasValue(1);
    assertThat(result.unsupportedNumberShare()).hasValue(0);
  }

  @Test
  void of_inventedNumber_isFound() {
    Groundedness result = Groundedness.of("The warranty lasts 36 months.", PASSAGES);

    assertThat(result.support().getAsDouble()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(result.unsupportedNumberShare()).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1000.5, 0",
    "'1,000.50', 0",
    "1000.500, 0",
    "01000.5, 0",
    "30, 0",
    "30.0, 0",
    "'30,', 0",
    "3, 1",
    "1000, 1",
    "1.000.50, 1",
    "24.5, 1"
  })
  void of_number_isComparedByValue(String number, long unsupported) {
    assertThat(Groundedness.of(number, PASSAGES).unsupportedNumbers()).isEqualTo(unsupported);
  }

  @Test
  void of_nothing_hasNoValue() {
    assertThat(Groundedness.of("", PASSAGES).support()).isEqualTo(OptionalDouble.empty());
    assertThat(Groundedness.of("?!", PASSAGES).support()).isEmpty();
    assertThat(Groundedness.of("yes", PASSAGES).unsupportedNumberShare()).isEmpty();
    assertThat(Groundedness.of("yes of course", List.of()).support()).hasValue(0);
    assertThat(Groundedness.of("parts", PASSAGES).support()).hasValue(1);
  }

  @Test
  void of_longTexts_isLinear() {
    String text = "1,".repeat(500_000) + "a".repeat(1_000_000);
    assertThat(Groundedness.of(text, List.of(text)).support()).hasValue(1);
  }

  @Test
  void repetition_loop_isSeen() {
    Repetition loop = Repetition.of("I am here. I am here. I am here. I am here.");

    // 12 words: 9 four-grams, 3 different
    assertThat(loop.repeatedShare().getAsDouble()).isCloseTo(6.0 / 9, within(1e-15));
    assertThat(loop.distinct(1)).hasValue(.25);
    assertThat(loop.ngrams()).containsExactly(12, 11, 10, 9);
    assertThat(Repetition.of("one two three four five").repeatedShare()).hasValue(0);
    assertThat(Repetition.of("one two three").repeatedShare()).isEmpty();
    assertThat(Repetition.of("").distinct(1)).isEmpty();
  }
}
