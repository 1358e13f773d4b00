package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.summary.ChrfCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChrfTest {
  private static final Chrf CHRF = Chrf.withDefaults();

  // test_chrf.py of sacreBLEU: sentence_chrf(..., eps_smoothing=True); its test allows 1e-4
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře."
            + "|Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře."
            + "|39.14078509",
        "Nebo prostě nemají vybavení, které by jim pomohlo, uvedli lékaři."
            + "|A někdy nemáme ani potřebný materiál, abychom jim pomohli, popsali lékaři."
            + "|31.22557079",
        "Lapali po dechu, jejich životy skončily dřív, než skutečně začaly."
            + "|Lapali po dechu a pak jejich život skončil - dřív, než skutečně mohl začít, připomněli."
            + "|57.15704367"
      })
  void epsilonScore_czech_isAsPublished(String hypothesis, String reference, double published) {
    assertThat(CHRF.counts(hypothesis, List.of(reference)).epsilonScore(2))
        .isCloseTo(published, within(5e-9));
  }

  // corpus_chrf(..., beta=3, eps_smoothing=True)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abcdefg|hijklmnop|0",
        "a|b|0",
        "''|reference|0",
        "aa|ab|8.3333",
        "a|a|16.6667",
        "a b c|a b c|50",
        "a b c|abc|50",
        "' risk assessment must be made of those who are qualified and expertise in the sector - these are the scientists .'"
            + "|risk assessment has to be undertaken by those who are qualified and expert in that area - that is the scientists ."
            + "|63.361730",
        "' Die    Beziehung zwischen  Obama und Netanjahu ist nicht gerade  freundlich. '"
            + "|Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich."
            + "|64.1302698",
        "Niemand hat die Absicht, eine Mauer zu errichten|Niemand hat die Absicht, eine Mauer zu errichten|100"
      })
  void epsilonScore_betaThree_isAsPublished(String hypothesis, String reference, double published) {
    assertThat(CHRF.counts(hypothesis, List.of(reference)).epsilonScore(3))
        .isCloseTo(published, within(1e-4));
  }

  // corpus_chrf(..., beta=3, eps_smoothing=False)
  @ParameterizedTest
  @CsvSource({
    "a, a, 100",
    "'', reference, 0",
    "a b c, a b c, 100",
    "a b c, abc, 100",
    "'', c, 0",
    "aa, ab, 25"
  })
  void score_betaThree_isAsPublished(String hypothesis, String reference, double published) {
    assertThat(CHRF.counts(hypothesis, List.of(reference)).score(3))
        .isCloseTo(published, within(1e-4));
  }

  // corpus_chrf(["a", "b"], [["a", "c"]], beta=3): 50.0, with eps_smoothing=True 8.3333
  @Test
  void score_twoSegments_isOfTheSums() {
    ChrfCounts sum = CHRF.counts("a", List.of("a")).plus(CHRF.counts("b", List.of("c")));
    assertThat(sum.score(3)).isCloseTo(50, within(1e-12));
    assertThat(sum.epsilonScore(3)).isCloseTo(8.3333, within(1e-4));
  }

  // CHRF(word_order=2): words of "(hi) (ho x." are (hi ) ( ho x .
  @Test
  void counts_punctuation_standsApart() {
    ChrfCounts counts = Chrf.plusPlus().counts("(hi) (ho x.", List.of("(hi ) ( ho x ."));
    assertThat(counts.wordOrder()).isEqualTo(2);
    assertThat(counts.hypothesis()[6]).isEqualTo(6);
    assertThat(counts.match()[7]).isEqualTo(4);
    assertThat(counts.reference()[7]).isEqualTo(6);
  }

  @Test
  void counts_severalReferences_takesTheBest() {
    assertThat(CHRF.counts("abc", List.of("xyz", "abd", "abc", "abc")).score())
        .isCloseTo(100, within(1e-12));
  }

  @Test
  void counts_beyondBasicPlane_isByCodePoint() {
    assertThat(CHRF.counts("😀😁", List.of("😀😁")).reference()[0]).isEqualTo(2);
  }

  @Test
  void counts_noReference_throws() {
    assertThatThrownBy(() -> CHRF.counts("a", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
  }

  @Test
  void counts_emptyReference_countsNothing() {
    assertThat(CHRF.counts("abc", List.of("")).hypothesis()).containsOnly(0);
    assertThat(CHRF.counts("abc", List.of("")).score()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "abcdefghij.", "漢", " a"})
  @Timeout(20)
  void counts_megabytesOfOnePattern_isLinear(String pattern) {
    String text = pattern.repeat(2_000_000 / pattern.length());
    ChrfCounts counts = Chrf.plusPlus().counts(text, List.of(text));
    assertThat(counts.match()).isEqualTo(counts.reference());
  }
}
