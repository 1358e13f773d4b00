package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RougeLTest {

  // rouge_scorer_test.py of rouge_score: score(target="testing one two", prediction)
  @ParameterizedTest
  @CsvSource({
    "testing one, 1, 0.6666666666666666, 0.8",
    "testing two, 1, 0.6666666666666666, 0.8",
    "testing, 1, 0.3333333333333333, 0.5",
    "'', 0, 0, 0",
    "'?!', 0, 0, 0"
  })
  void of_published_isAsPublished(String prediction, double precision, double recall, double f) {
    RougeL rouge = RougeL.of(prediction, "testing one two");
    assertThat(rouge.precision()).isCloseTo(precision, within(1e-12));
    assertThat(rouge.recall()).isCloseTo(recall, within(1e-12));
    assertThat(rouge.f()).isCloseTo(f, within(1e-12));
  }

  // testdata/target.txt and prediction.txt of rouge_score, scores of ROUGE-1.5.5
  @Test
  void of_testdata_isAsRouge155() {
    String[] targets = {
      "ZfbCUIUuePaiLVUlCaUXxkpu XPeWing tUHfPMuZ',-Xd Y BrUgVJing M-HV.-DgdDaY.rFDJCRing Ht-LM EKBDXkME,yz'RBr q'wtion wIojNbN wL,b .a-'XdQggyFl jB-RPP'iyOIcUxer tKM L",
      "KsJdPByEtAor fE-Qg Dpdbring cw-WeFyu vC MoBL Xdn g wkvcEiGvKtion BDFhrpMtion psing sbKao Q m qiing LMmer HqqLFXe,XPY,J XsurkMer ,ed nB'wH'bWVHjWFEing tQ.saefZwJtKrTlixYpMMsJing UCAPwNHeYVjDing c T BUySKtion gMPfJpwGw p'NvxAoping eu pBwMBKV'I DNxqelhu,PHPxDEq,mtion SN"
    };
    String[] predictions = {
      "rFDJCRtion Ht-LM EKtDXkME,yz'RBr q'wer wrojNbN wL,b .a-'XdQggyFl jB-RPP'iyOIcUxi",
      "n cw-WeFyu vC MoBL Xdn g wkvcEiGvKtion BDFhrpMer pstion sbKao Q m qier LMmed HqqLFXe,XPY,J XsurkMeo ,ed nB'wH'bWVHjWFEer tQ.saefZwJtKrTlixYpMMNJtion UCAPwNHeYVjD"
    };
    RougeL first = RougeL.of(predictions[0], targets[0]);
    assertThat(first.recall()).isCloseTo(0.40741, within(5e-6));
    assertThat(first.precision()).isCloseTo(0.68750, within(5e-6));
    assertThat(first.f()).isCloseTo(0.51163, within(5e-6));
    RougeL second = RougeL.of(predictions[1], targets[1]);
    assertThat(second.recall()).isCloseTo(0.40476, within(5e-6));
    assertThat(second.precision()).isCloseTo(0.65385, within(5e-6));
    assertThat(second.f()).isCloseTo(0.50000, within(5e-6));
  }

  // RougeScorer(['rougeL']).score("kelvin i stanbul", "\u212Aelvin \u0130stanbul"): P 1, R 1
  @Test
  void of_lowerCaseInAscii_isAsPython() {
    assertThat(RougeL.of("\u212Aelvin \u0130stanbul", "kelvin i stanbul").f()).isEqualTo(1);
  }

  /** The bits against the table of the definition. */
  @Test
  void length_randomSequences_isAsTheTable() {
    Random random = new Random(4);
    for (int repetition = 0; repetition < 600; repetition++) {
      int names = 1 + random.nextInt(repetition % 3 == 0 ? 3 : 60);
      int[] first = random.ints(random.nextInt(300), 0, names).toArray();
      int[] second = random.ints(random.nextInt(300), 0, names).toArray();
      assertThat(CommonSubsequence.length(first, second, names)).isEqualTo(table(first, second));
    }
  }

  private static int table(int[] first, int[] second) {
    int[][] length = new int[first.length + 1][second.length + 1];
    for (int i = 1; i <= first.length; i++) {
      for (int j = 1; j <= second.length; j++) {
        length[i][j] =
            first[i - 1] == second[j - 1]
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[first.length][second.length];
  }

  @Test
  @Timeout(10)
  void of_longestAllowed_finishes() {
    RougeL rouge = RougeL.of("a b ".repeat(1 << 15), "b c ".repeat(1 << 15));
    assertThat(rouge.common()).isEqualTo(1 << 15);
    assertThat(rouge.f()).isEqualTo(0.5);
  }

  @Test
  void of_tooLong_throws() {
    String text = "a ".repeat((1 << 16) + 1);
    assertThatThrownBy(() -> RougeL.of(text, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4294967296")
        .hasMessageContaining("65537 x 65537")
        .hasMessageContaining("shorten");
  }

  @Test
  void of_tenMegabytesAgainstAFewWords_finishes() {
    assertThat(RougeL.of("a b ".repeat(2_500_000), "a b").recall()).isEqualTo(1);
  }

  @Test
  void constructor_impossibleCounts_throws() {
    assertThatThrownBy(() -> new RougeL(3, 2, 9)).hasMessageContaining("3 of 2 and 9");
    assertThatThrownBy(() -> new RougeL(-1, 2, 9)).hasMessageContaining("-1");
  }
}
