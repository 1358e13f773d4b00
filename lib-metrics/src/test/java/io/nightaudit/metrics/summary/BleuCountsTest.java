package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BleuCountsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  // test_bleu.py of sacreBLEU, example of its README: counts 14/17, 7/14, 5/11, 3/8, 17 and 18.
  private static final BleuCounts README =
      BleuCounts.ofSegment(17, 18, new long[] {14, 7, 5, 3}, new long[] {17, 14, 11, 8});

  // test_sentence_bleu.py of sacreBLEU, example of its issue 98.
  private static final BleuCounts ISSUE_98 =
      BleuCounts.ofSegment(14, 10, new long[] {5, 2, 0, 0}, new long[] {14, 13, 12, 11});

  @Test
  void score_readme_isAsPublished() {
    assertThat(README.score()).isCloseTo(48.530827, within(5e-7));
    assertThat(README.score()).isCloseTo(48.530827009929865, EXACT);
    assertThat(README.score(BleuSmoothing.NONE)).isCloseTo(48.530827, within(5e-7));
    assertThat(README.brevityPenalty()).isCloseTo(0.9428731438548749, EXACT);
  }

  // BLEU(max_ngram_order=order).corpus_score(hypotheses, references) of the README example
  @ParameterizedTest
  @CsvSource({
    "1, 77.65, 77.64837655275439",
    "2, 60.50, 60.50312757020198",
    "3, 53.93, 53.93393139430307",
    "4, 48.53, 48.530827009929865",
    "5, 46.14, 46.14416643541557",
    "6, 43.28, 43.283197812670714"
  })
  void score_readmeOfEachOrder_isAsPublished(int order, double printed, double exact) {
    long[] correct = Arrays.copyOf(new long[] {14, 7, 5, 3, 2, 1}, order);
    long[] total = Arrays.copyOf(new long[] {17, 14, 11, 8, 5, 3}, order);
    double score = new BleuFormula(17, 18, correct, total).score(BleuSmoothing.EXPONENTIAL);
    assertThat(score).isCloseTo(printed, within(0.005)).isCloseTo(exact, EXACT);
  }

  // test_bleu.py: Statistics([9, 7, 5, 3], [10, 8, 6, 4]), 11, 11 -> 0.8375922397
  @Test
  void score_givenStatistics_isAsPublished() {
    BleuCounts counts =
        BleuCounts.ofSegment(11, 11, new long[] {9, 7, 5, 3}, new long[] {10, 8, 6, 4});
    assertThat(counts.score() / 100).isCloseTo(0.8375922397, within(5e-11));
    assertThat(counts.sentenceScore()).isEqualTo(counts.score());
  }

  // BLEU(smooth_method=..., effective_order=True).sentence_score(system, [reference]); its own test
  // prints 14.882 for 14.88256 and allows 0.001.
  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL, 8.493, 8.493098745313148",
    "FLOOR, 4.51688, 4.516881220954753",
    "ADD_K, 14.882, 14.882560178972215",
    "NONE, 0, 0"
  })
  void sentenceScore_eachSmoothing_isAsPublished(
      BleuSmoothing smoothing, double printed, double exact) {
    assertThat(ISSUE_98.sentenceScore(smoothing))
        .isCloseTo(printed, within(1e-3))
        .isCloseTo(exact, EXACT);
    assertThat(ISSUE_98.score(smoothing)).isCloseTo(exact, EXACT);
  }

  // BLEU.compute_bleu(correct, total, system, reference, smooth_method=..., effective_order=...):
  // score with effective order off and on.
  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL, 9, 12, 3 0 0 0, 9 8 7 6, 4.4959869933858485, 4.4959869933858485",
    "EXPONENTIAL, 1, 2, 1 0 0 0, 1 0 0 0, 0, 36.78794411714425",
    "EXPONENTIAL, 3, 2, 2 1 0 0, 3 2 1 0, 0, 55.03212081491043",
    "EXPONENTIAL, 4, 4, 0 0 0 0, 4 3 2 1, 0, 0",
    "EXPONENTIAL, 0, 5, 0 0 0 0, 0 0 0 0, 0, 0",
    "FLOOR, 9, 12, 3 0 0 0, 9 8 7 6, 2.2613617379612143, 2.2613617379612143",
    "FLOOR, 1, 2, 1 0 0 0, 1 0 0 0, 0, 36.78794411714425",
    "FLOOR, 3, 2, 2 1 0 0, 3 2 1 0, 0, 32.182979486854336",
    "FLOOR, 4, 4, 0 0 0 0, 4 3 2 1, 0, 0",
    "ADD_K, 9, 12, 3 0 0 0, 9 8 7 6, 11.490719544819282, 11.490719544819282",
    "ADD_K, 1, 2, 1 0 0 0, 1 0 0 0, 36.78794411714425, 36.78794411714425",
    "ADD_K, 3, 2, 2 1 0 0, 3 2 1 0, 68.65890479690394, 68.65890479690394",
    "ADD_K, 4, 4, 0 0 0 0, 4 3 2 1, 0, 0",
    "NONE, 9, 12, 3 0 0 0, 9 8 7 6, 0, 0",
    "NONE, 1, 2, 1 0 0 0, 1 0 0 0, 0, 36.78794411714425",
    "NONE, 3, 2, 2 1 0 0, 3 2 1 0, 0, 0"
  })
  void score_degenerateCounts_isAsSacrebleu(
      BleuSmoothing smoothing,
      long system,
      long reference,
      String correct,
      String total,
      double score,
      double sentenceScore) {
    BleuCounts counts = BleuCounts.ofSegment(system, reference, longs(correct), longs(total));
    assertThat(counts.score(smoothing)).isCloseTo(score, EXACT);
    assertThat(counts.sentenceScore(smoothing)).isCloseTo(sentenceScore, EXACT);
  }

  @Test
  void precisions_eachSmoothing_areAsSacrebleu() {
    assertThat(ISSUE_98.precisions(BleuSmoothing.EXPONENTIAL))
        .containsExactly(
            35.714285714285715, 15.384615384615385, 4.166666666666667, 2.272727272727273);
    assertThat(ISSUE_98.precisions(BleuSmoothing.FLOOR))
        .containsExactly(
            35.714285714285715, 15.384615384615385, 0.8333333333333334, 0.9090909090909091);
    assertThat(ISSUE_98.precisions(BleuSmoothing.ADD_K))
        .containsExactly(
            35.714285714285715, 21.428571428571427, 7.6923076923076925, 8.333333333333334);
    assertThat(ISSUE_98.precisions(BleuSmoothing.NONE))
        .containsExactly(35.714285714285715, 15.384615384615385, 0, 0);
  }

  @Test
  void score_noSegments_isNoValue() {
    assertThat(BleuCounts.EMPTY.score()).isNaN();
    assertThat(BleuCounts.EMPTY.sentenceScore(BleuSmoothing.FLOOR)).isNaN();
    assertThat(BleuCounts.EMPTY.brevityPenalty()).isNaN();
    assertThat(BleuCounts.EMPTY.precisions(BleuSmoothing.NONE)).containsOnly(Double.NaN).hasSize(4);
  }

  @Test
  void score_emptySystemText_isZero() {
    BleuCounts counts = BleuCounts.ofSegment(0, 5, new long[4], new long[4]);
    assertThat(counts.score()).isZero();
    assertThat(counts.brevityPenalty()).isZero();
  }

  @Test
  void ofSegment_impossibleCounts_throws() {
    long[] zeros = new long[4];
    assertThatThrownBy(() -> BleuCounts.ofSegment(9, 9, new long[] {2, 0, 0, 0}, zeros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most total");
    assertThatThrownBy(() -> BleuCounts.ofSegment(3, 9, zeros, new long[] {4, 0, 0, 0}))
        .hasMessageContaining("at most systemLength");
    assertThatThrownBy(() -> BleuCounts.ofSegment(3, -9, zeros, zeros)).hasMessageContaining("-9");
    assertThatThrownBy(() -> BleuCounts.ofSegment(3, 9, new long[5], zeros))
        .hasMessageContaining("4 orders")
        .hasMessageContaining("5");
  }

  @Test
  void plus_beyondLong_throws() {
    long most = Long.MAX_VALUE;
    BleuCounts large = BleuCounts.ofSegment(most, most, new long[4], new long[] {most, 0, 0, 0});
    assertThatThrownBy(() -> large.plus(large)).isInstanceOf(ArithmeticException.class);
    assertThat(large.score()).isZero();
  }

  @Test
  void minus_restImpossible_throws() {
    BleuCounts whole = BleuCounts.ofSegment(9, 9, new long[] {5, 0, 0, 0}, new long[] {6, 0, 0, 0});
    BleuCounts none = BleuCounts.ofSegment(6, 9, new long[4], new long[] {6, 0, 0, 0});
    assertThatThrownBy(() -> whole.minus(none)).hasMessageContaining("must be part of this one");
  }

  /** Any split and any order of the segments gives the same bytes, so the same score. */
  @Property(seed = "20261124")
  void plus_anySplitAndOrder_sameScore(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000) Integer> segments,
      @ForAll @IntRange(min = 1, max = 7) int parts) {
    BleuCounts whole = BleuCounts.EMPTY;
    BleuCounts[] sums = new BleuCounts[parts];
    Arrays.fill(sums, BleuCounts.EMPTY);
    for (int index = 0; index < segments.size(); index++) {
      Summary segment = Samples.BLEU_COUNTS.of(segments.get(index), segments.get(index) + 1);
      whole = whole.plus(segment);
      sums[index * 31 % parts] = sums[index * 31 % parts].plus(segment);
    }
    BleuCounts merged = BleuCounts.EMPTY;
    for (int part = parts - 1; part >= 0; part--) {
      merged = sums[part].plus(merged);
    }
    assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
    assertThat(merged.score()).isEqualTo(Double.valueOf(whole.score()));
  }

  private static long[] longs(String numbers) {
    return Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
