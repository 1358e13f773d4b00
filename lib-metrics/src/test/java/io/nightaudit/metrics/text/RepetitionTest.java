package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.metrics.summary.Rate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {

  // Counted by hand: distinct n-grams by order, words inside repeated runs of four.
  @ParameterizedTest
  @CsvSource({
    "'', 0 0 0 0, 0",
    "'?!', 0 0 0 0, 0",
    "one, 1 0 0 0, 0",
    "a b c, 3 2 1 0, 0",
    "a a a a, 1 1 1 1, 0",
    "a a a a a, 1 1 1 1, 5",
    "A b. a B! c, 3 3 3 2, 0",
    "a b c d x a b c d, 5 5 5 5, 8",
    "a b c d e x a b c d e, 6 6 6 6, 10",
    "x a b c d a b c d y, 6 6 6 6, 8"
  })
  void of_byHand_countsEachOrder(String text, String distinct, long repeated) {
    Repetition repetition = Repetition.of(text);
    List<Long> counts = repetition.distinct().stream().map(Rate::successes).toList();
    assertThat(counts.stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .isEqualTo(distinct);
    assertThat(repetition.repeated().successes()).isEqualTo(repeated);
  }

  @Test
  void shares_noWords_haveNoValue() {
    Repetition nothing = Repetition.of("...");
    assertThat(nothing.distinctShare(1)).isNaN();
    assertThat(nothing.repeatedShare()).isNaN();
    assertThat(Repetition.of("one two").distinctShare(3)).isNaN();
    assertThat(Repetition.of("one two").repeatedShare()).isZero();
    assertThat(Repetition.of("a a a a a a").distinctShare(2)).isEqualTo(0.2);
  }

  /** Against sets of lists of words. */
  @Property(seed = "20261124")
  void of_randomWords_isAsSetsOfWords(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3) Integer> numbers) {
    List<String> words = numbers.stream().map(number -> "w" + number).toList();
    Repetition repetition = Repetition.of(String.join(" ", words));
    for (int order = 1; order <= 4; order++) {
      List<List<String>> ngrams = ngrams(words, order);
      assertThat(repetition.distinct().get(order - 1))
          .isEqualTo(new Rate(new HashSet<>(ngrams).size(), ngrams.size(), 0));
    }
    assertThat(repetition.repeated().successes()).isEqualTo(inRepeated(ngrams(words, 4)));
  }

  private static List<List<String>> ngrams(List<String> words, int order) {
    List<List<String>> ngrams = new ArrayList<>();
    for (int start = 0; start + order <= words.size(); start++) {
      ngrams.add(words.subList(start, start + order));
    }
    return ngrams;
  }

  private static long inRepeated(List<List<String>> runs) {
    Set<Integer> positions = new HashSet<>();
    for (int start = 0; start < runs.size(); start++) {
      if (runs.indexOf(runs.get(start)) != runs.lastIndexOf(runs.get(start))) {
        positions.addAll(List.of(start, start + 1, start + 2, start + 3));
      }
    }
    return positions.size();
  }

  /** The description hashes its words, so it agrees unless words are numbers. */
  @Test
  void distinctShare_orderFour_isOneLessTheRepetitionOfTheDescription() {
    String text = "i am sorry but i am sorry but i am sorry but you are not sorry but i am";
    TextDescription description = new TextDescription();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    description.describe(bytes, 0, bytes.length);
    assertThat(1 - Repetition.of(text).distinctShare(4)).isEqualTo(description.repetition());
  }

  @Test
  void distinctShare_impossibleOrder_throws() {
    Repetition repetition = Repetition.of("a");
    assertThatThrownBy(() -> repetition.distinctShare(0)).hasMessageContaining("but is 0");
    assertThatThrownBy(() -> repetition.distinctShare(5)).hasMessageContaining("1 to 4");
    assertThatThrownBy(() -> new Repetition(List.of(), repetition.repeated()))
        .hasMessageContaining("4 rates, but holds 0");
  }

  @Test
  @Timeout(20)
  void of_tenMegabytes_isLinear() {
    assertThat(Repetition.of("a b ".repeat(2_500_000)).repeatedShare()).isEqualTo(1);
    assertThat(Repetition.of("a".repeat(10_000_000)).repeated().trials()).isEqualTo(1);
  }
}
