package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.attribution.SliceRanking.Ranked;
import io.nightaudit.metrics.attribution.SliceRanking.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceRankingTest {
  private static final List<Slice> FOUR =
      List.of(
          rate("a", 400, .9, 300, .89),
          rate("b", 300, .8, 350, .65),
          rate("c", 200, .7, 200, .72),
          rate("d", 100, .5, 150, .40));

  // numpy: wi=(m1-m0)*(w0+w1)/2; z=wi/((w0+w1)/2*sqrt(v1/n1+v0/n0)); p=2*norm.sf(abs(z));
  // statsmodels multipletests(p, method='fdr_bh')
  @Test
  void of_fourSlices_equalsWorkedExample() {
    SliceRanking ranking = SliceRanking.of(FOUR, .1, .67);
    assertThat(ranking.within()).isCloseTo(-0.06075, within(1e-15));
    assertThat(ranking.mix()).isCloseTo(-0.03075, within(1e-15));
    assertThat(ranking.total()).isCloseTo(-0.0915, within(1e-15));
    assertThat(ranking.ranked()).extracting(Ranked::name).containsExactly("b", "d", "c", "a");
    Ranked b = ranking.ranked().get(0);
    assertThat(b.within()).isCloseTo(-0.04875, within(1e-15));
    assertThat(b.mix()).isCloseTo(-0.0009625, within(1e-15));
    assertThat(b.share()).isCloseTo(0.8024691358024691, within(1e-14));
    assertThat(b.z()).isCloseTo(-4.360514248003584, within(1e-12));
    assertThat(b.pValue()).isCloseTo(1.2975713215240309e-05, within(1e-15));
    assertThat(b.adjusted()).isCloseTo(5.1902852860961235e-05, within(1e-15));
    assertThat(ranking.ranked().get(1).adjusted()).isCloseTo(0.2366996254712568, within(1e-13));
    assertThat(ranking.ranked().get(2).adjusted()).isCloseTo(0.6701912663644551, within(1e-13));
    assertThat(ranking.picked()).extracting(Ranked::name).containsExactly("b");
  }

  @Test
  void of_moreToExplain_picksOnlyWhatIsSignificantAndAlike() {
    assertThat(SliceRanking.of(FOUR, .1, 1).picked()).extracting(Ranked::name).containsExactly("b");
    assertThat(SliceRanking.of(FOUR, .3, 1).picked())
        .extracting(Ranked::name)
        .containsExactly("b", "d");
    assertThat(SliceRanking.of(FOUR, .9, 1).picked())
        .extracting(Ranked::name)
        .containsExactly("b", "d");
  }

  /** Shares .6, -.5, .5 and .4 of the change: what moved against it explains nothing of it. */
  @Test
  void of_sliceThatMovedAgainst_isNotPicked() {
    SliceRanking ranking =
        SliceRanking.of(
            List.of(
                rate("first", 1000, .9, 1000, .66),
                rate("against", 1000, .5, 1000, .7),
                rate("second", 1000, .7, 1000, .5),
                rate("third", 1000, .9, 1000, .74)),
            .1,
            .99);
    assertThat(ranking.ranked().get(1).name()).isEqualTo("against");
    assertThat(ranking.ranked().get(1).share()).isCloseTo(-.5, within(1e-14));
    assertThat(ranking.picked()).extracting(Ranked::name).containsExactly("first", "second");
  }

  @Test
  void of_anyOrder_isTheSame() {
    List<Slice> ties = new ArrayList<>();
    for (String name : List.of("x", "y", "z", "w")) {
      ties.add(rate(name, 100, .8, 100, .6));
    }
    SliceRanking expected = SliceRanking.of(ties, .1, .67);
    assertThat(expected.ranked()).extracting(Ranked::name).containsExactly("w", "x", "y", "z");
    assertThat(expected.picked()).extracting(Ranked::name).containsExactly("w", "x", "y");
    Random random = new Random(61);
    for (int run = 0; run < 20; run++) {
      Collections.shuffle(ties, random);
      assertThat(SliceRanking.of(ties, .1, .67)).isEqualTo(expected);
    }
  }

  @Test
  void of_slicesThatEnterAndLeave_areMixAndNotTested() {
    SliceRanking ranking =
        SliceRanking.of(
            List.of(
                rate("stays", 100, .8, 100, .8),
                rate("enters", 0, 0, 50, .2),
                rate("leaves", 50, .9, 0, 0),
                rate("one", 1, 1, 1, 0)),
            .1,
            .67);
    for (Ranked slice : ranking.ranked()) {
      boolean tested = slice.name().equals("stays");
      assertThat(Double.isNaN(slice.z())).isEqualTo(!tested);
      assertThat(Double.isNaN(slice.adjusted())).isEqualTo(!tested);
    }
    assertThat(ranking.within()).isCloseTo(-1 / 151.0, within(1e-15));
    assertThat(ranking.picked()).isEmpty();
  }

  @Test
  void of_noVariance_isCertain() {
    SliceRanking ranking =
        SliceRanking.of(
            List.of(new Slice("moved", 9, 1, 0, 9, 2, 0), new Slice("same", 9, 1, 0, 9, 1, 0)),
            .1,
            .67);
    assertThat(ranking.ranked().get(0).z()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ranking.ranked().get(0).picked()).isTrue();
    assertThat(ranking.ranked().get(1).pValue()).isEqualTo(1);
  }

  @Test
  void of_nothing_isUnknown() {
    SliceRanking nothing = SliceRanking.of(List.of(), .1, .67);
    assertThat(nothing.total()).isNaN();
    assertThat(nothing.ranked()).isEmpty();
    SliceRanking oneSide = SliceRanking.of(List.of(rate("a", 0, 0, 10, .5)), .1, .67);
    assertThat(oneSide.within()).isNaN();
    assertThat(oneSide.picked()).isEmpty();
  }

  @Test
  void of_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Slice("a", 2, Double.NaN, 0, 2, 1, 1))
        .withMessageContaining("slice a: n 2, mean NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> new Slice("a", 2, 1, -1, 2, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slice("a", -1, 1, 1, 2, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SliceRanking.of(List.of(FOUR.get(0), FOUR.get(0)), .1, .67))
        .withMessageContaining("slice a is given twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SliceRanking.of(FOUR, Double.NaN, .67))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> SliceRanking.of(FOUR, .1, 0));
  }

  private static Slice rate(String name, long n0, double m0, long n1, double m1) {
    return new Slice(name, n0, m0, m0 * (1 - m0), n1, m1, m1 * (1 - m1));
  }
}
