package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChrfCountsTest {

  // CHRF(beta=3).corpus_score(["aa"], [["ab"]]): 25.0, and with eps_smoothing=True 8.3333
  private static final ChrfCounts AA_AB =
      ChrfCounts.ofSegment(
          new long[] {2, 1, 0, 0, 0, 0},
          new long[] {2, 1, 0, 0, 0, 0},
          new long[] {1, 0, 0, 0, 0, 0});

  @Test
  void score_twoOrders_isMeanOverThose() {
    assertThat(AA_AB.score(3)).isCloseTo(25.0, within(1e-12));
    assertThat(AA_AB.epsilonScore(3)).isCloseTo(8.3333, within(5e-5));
  }

  @Test
  void score_noMatch_isZero() {
    ChrfCounts counts =
        ChrfCounts.ofSegment(
            new long[] {1, 0, 0, 0, 0, 0}, new long[] {1, 0, 0, 0, 0, 0}, new long[6]);
    assertThat(counts.score()).isZero();
    assertThat(counts.epsilonScore(2)).isCloseTo(0, within(1e-12));
  }

  @Test
  void score_noOrderInBoth_isZero() {
    ChrfCounts counts =
        ChrfCounts.ofSegment(new long[6], new long[] {3, 2, 1, 0, 0, 0}, new long[6]);
    assertThat(counts.score()).isZero();
  }

  @Test
  void score_noSegments_isNoValue() {
    assertThat(ChrfCounts.empty(0).score()).isNaN();
    assertThat(ChrfCounts.empty(2).epsilonScore(2)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e200})
  void score_impossibleBeta_throws(double beta) {
    assertThatThrownBy(() -> AA_AB.score(beta))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beta must be above 0")
        .hasMessageContaining(Double.toString(beta));
    assertThatThrownBy(() -> AA_AB.epsilonScore(beta)).hasMessageContaining("beta");
  }

  @Test
  void ofSegment_impossibleCounts_throws() {
    assertThatThrownBy(() -> ChrfCounts.ofSegment(new long[6], new long[6], oneMatch()))
        .hasMessageContaining("match must be at most");
    assertThatThrownBy(() -> ChrfCounts.ofSegment(new long[6], new long[7], new long[6]))
        .hasMessageContaining("7");
    assertThatThrownBy(() -> ChrfCounts.ofSegment(new long[9], new long[9], new long[9]))
        .hasMessageContaining("word order must be 0")
        .hasMessageContaining("3");
    assertThatThrownBy(() -> ChrfCounts.empty(-1)).hasMessageContaining("-1");
  }

  private static long[] oneMatch() {
    return new long[] {1, 0, 0, 0, 0, 0};
  }

  @Test
  void plus_otherWordOrder_throws() {
    assertThatThrownBy(() -> ChrfCounts.empty(0).plus(ChrfCounts.empty(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("word order 0")
        .hasMessageContaining("word order 2");
  }

  /** Any split and any order of the segments gives the same bytes, so the same score. */
  @Property(seed = "20261124")
  void plus_anySplitAndOrder_sameScore(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000) Integer> segments,
      @ForAll @IntRange(min = 0, max = 40) int cut) {
    Summary whole = sum(segments);
    int middle = Math.min(cut, segments.size());
    List<Integer> first = new ArrayList<>(segments.subList(0, middle));
    Collections.shuffle(first, new Random(cut));
    Summary merged = sum(segments.subList(middle, segments.size())).plus(sum(first));
    assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
    assertThat(((ChrfCounts) merged).score())
        .isEqualTo(Double.valueOf(((ChrfCounts) whole).score()));
  }

  private static Summary sum(List<Integer> segments) {
    Summary sum = ChrfCounts.empty(2);
    for (int segment : segments) {
      sum = sum.plus(Samples.CHRF_COUNTS_WORDS.of(segment, segment + 1));
    }
    return sum;
  }
}
