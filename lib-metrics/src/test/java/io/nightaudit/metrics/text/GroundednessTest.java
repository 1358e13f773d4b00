package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundednessTest {
  private static final Groundedness GROUNDEDNESS = Groundedness.withDefaults();
  private static final List<String> CONTEXT =
      List.of(
          "A refund takes 14 days. It costs 1,000 euros at most.",
          "Parcels of more than 2.5 kg are sent by DHL. See version 1.2.3.");

  // Counted by hand: supported, n-grams, unsupported numbers, numbers.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A refund takes 14 days.|3 3 0 1",
        "The refund takes 14 days!|2 3 0 1",
        "The refund takes 30 days.|0 3 1 1",
        "a REFUND takes 14.0 days|3 3 0 1",
        "It costs 1000 euros. DHL|3 3 0 1",
        "DHL|1 1 0 0",
        "UPS|0 1 0 0",
        "sent by UPS|0 1 0 0",
        "days it costs|0 1 0 0",
        "Parcels of more than 2,500 g|2 4 1 1",
        "1. A refund|1 1 0 0",
        "It costs 1,000 euros [1, 12].|2 2 0 1",
        "version 1.2.3 or 1.2.4|0 2 1 2",
        "14 14 14|0 1 0 3",
      })
  void of_byHand_countsNgramsAndNumbers(String answer, String expected) {
    assertThat(show(GROUNDEDNESS.of(answer, CONTEXT))).isEqualTo(expected);
  }

  private static String show(Grounding grounding) {
    return "%s %s %s %s"
        .formatted(
            grounding.supported(),
            grounding.ngrams(),
            grounding.unsupportedNumbers(),
            grounding.numbers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000",
        "1,000",
        "1000.0",
        "1,000.00",
        "01000",
        "(1000)",
        "€1000",
        "1000%",
        "-1000",
        "1000km",
        "１０００",
        "1000.",
        "1000,",
        "x 1000"
      })
  void of_equalNumbers_areSupported(String number) {
    Grounding grounding = GROUNDEDNESS.of("about " + number, List.of("exactly 1000"));
    assertThat(grounding.numbers()).isEqualTo(1);
    assertThat(grounding.unsupportedNumbers()).isZero();
    assertThat(GROUNDEDNESS.of("about 1000", List.of(number)).unsupportedNumbers()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"100", "10000", "1000.1", "1,00", "10,000", "1000.0.0", "1.000", "a1000", "x"})
  void of_otherNumbers_areUnsupported(String passage) {
    assertThat(GROUNDEDNESS.of("about 1000", List.of(passage)).unsupportedNumbers()).isOne();
  }

  // Text | numbers read
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-15 10:30|5",
        "1,2,3|3",
        "1,000,000|1",
        "1,0000|2",
        "12,34|2",
        "GPT4 B2B|0",
        "3rd 10km 5M|3",
        "v1.2.3|1",
        "192.168.0.1|1",
        "[1] [23]|0",
        "[100] [1000]|2",
        "x [1, 2, 3] y|0",
        "[a1]|0",
        "[] [,]|0",
        "1. one|0",
        "- 2) two|0",
        "1.5 one|1",
        "1.|1",
        "2024. It|1",
        "no 1. It|1"
      })
  void of_forms_countsNumbers(String answer, long numbers) {
    assertThat(GROUNDEDNESS.of(answer, CONTEXT).numbers()).isEqualTo(numbers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "[1]", "1. ", "\uD800", "😀", "́"})
  void of_answerWithoutWords_hasNoValue(String answer) {
    Grounding grounding = GROUNDEDNESS.of(answer, CONTEXT);
    assertThat(grounding).isEqualTo(Grounding.NONE);
    assertThat(grounding.support().value()).isNaN();
    assertThat(grounding.unsupportedNumberRate().value()).isNaN();
  }

  @Test
  void of_contextWithoutWords_hasNoValue() {
    assertThat(GROUNDEDNESS.of("It takes 14 days.", List.of())).isEqualTo(Grounding.NONE);
    assertThat(GROUNDEDNESS.of("It takes 14 days.", List.of("", " ... ")))
        .isEqualTo(Grounding.NONE);
  }

  @Test
  void of_contextWithoutNumbers_supportsNone() {
    assertThat(show(GROUNDEDNESS.of("It takes 14 days.", List.of("It takes days."))))
        .isEqualTo("0 2 1 1");
  }

  @Test
  void of_ngramAcrossPassages_isNotSupported() {
    assertThat(GROUNDEDNESS.of("one two three", List.of("one two", "three")).supported()).isZero();
    assertThat(GROUNDEDNESS.of("one two three", List.of("one two three")).supported()).isOne();
  }

  @Test
  void of_scriptWithoutSpaces_isByCharacter() {
    assertThat(show(GROUNDEDNESS.of("返金は十四日。", List.of("返金は十日以内。")))).isEqualTo("2 4 0 0");
  }

  @Test
  void withLength_one_isByWord() {
    Grounding grounding = GROUNDEDNESS.withLength(1).of("days refund UPS", CONTEXT);
    assertThat(show(grounding)).isEqualTo("2 3 0 0");
    assertThatThrownBy(() -> GROUNDEDNESS.withLength(0)).hasMessageContaining("1 to 16");
    assertThatThrownBy(() -> GROUNDEDNESS.withLength(17)).hasMessageContaining("17");
  }

  @Test
  void plus_twoAnswers_addsCounts() {
    Grounding sum = new Grounding(1, 3, 0, 1).plus(new Grounding(2, 2, 1, 1));
    assertThat(sum).isEqualTo(new Grounding(3, 5, 1, 2)).isEqualTo(sum.plus(Grounding.NONE));
    assertThat(sum.support().value()).isEqualTo(0.6);
    assertThat(sum.unsupportedNumberRate().value()).isEqualTo(0.5);
    Grounding most = new Grounding(0, Long.MAX_VALUE, 0, 0);
    assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void constructor_impossibleCounts_throws() {
    assertThatThrownBy(() -> new Grounding(2, 1, 0, 0)).hasMessageContaining("2 of 1");
    assertThatThrownBy(() -> new Grounding(0, 0, 5, 4)).hasMessageContaining("5 of 4");
    assertThatThrownBy(() -> new Grounding(-1, 0, 0, 0)).hasMessageContaining("-1");
  }

  /** The order of the passages does not matter, and one more never takes support away. */
  @Property(seed = "20261124")
  void of_morePassages_supportNoLess(
      @ForAll @NotEmpty @Size(max = 30) List<@IntRange(max = 6) Integer> said,
      @ForAll @Size(max = 5) List<@NotEmpty @Size(max = 12) List<@IntRange(max = 6) Integer>> known,
      @ForAll int seed) {
    String answer = text(said);
    List<String> passages = new ArrayList<>(known.stream().map(GroundednessTest::text).toList());
    Grounding before = GROUNDEDNESS.of(answer, passages);
    Collections.shuffle(passages, new Random(seed));
    assertThat(GROUNDEDNESS.of(answer, passages)).isEqualTo(before);
    passages.add("more " + answer + " more");
    Grounding after = GROUNDEDNESS.of(answer, passages);
    assertThat(after.supported()).isGreaterThanOrEqualTo(before.supported());
    assertThat(after.supported()).as("said by the last passage").isEqualTo(after.ngrams());
    assertThat(after.unsupportedNumbers()).isZero();
  }

  /** Even numbers are words, odd ones numbers. */
  private static String text(List<Integer> symbols) {
    return symbols.stream()
        .map(symbol -> symbol % 2 == 0 ? "w" + symbol : "1" + symbol)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "1,", "1.", "[1,", "[", "1,000", "a. ", "\n1. ", "'", "漢", "9"})
  @Timeout(20)
  void of_megabytesOfOnePattern_isLinear(String pattern) {
    String text = pattern.repeat(1_000_000 / pattern.length());
    Grounding grounding = GROUNDEDNESS.of(text, List.of(text, "a"));
    assertThat(grounding.supported()).isEqualTo(grounding.ngrams());
  }
}
