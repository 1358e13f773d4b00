package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.decision.ConcurrentNights.Arms;
import io.nightaudit.metrics.series.DerSimonianLaird;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrentNightsTest {
  @Test
  void of_oneNight_isTheContrastOfThatNight() {
    Arms night =
        new Arms(
            List.of(StratumMoments.rate(40, 50), new StratumMoments(9, 3, 2)),
            List.of(StratumMoments.rate(180, 200), new StratumMoments(90, 4, 1)));
    ConcurrentNights nights = ConcurrentNights.of(List.of(night));
    assertThat(nights.armVariance()).isZero();
    assertThat(nights.contrasts())
        .containsExactly(ConcurrentArms.of(night.release(), night.baseline(), 0));
  }

  @Test
  void of_nights_poolTheVarianceWithinThem() {
    // Release (9*.25 + 19*.16)/28 = .18892857, baseline (99*.2 + 99*.1)/198 = .15
    ConcurrentNights nights =
        ConcurrentNights.of(
            List.of(
                arms(new StratumMoments(10, .5, .25), new StratumMoments(100, .6, .2)),
                arms(new StratumMoments(20, .8, .16), new StratumMoments(100, .9, .1))));
    assertThat(nights.armVariance()).isZero();
    assertThat(nights.contrasts().get(0).variance())
        .isCloseTo(.18892857142857145 / 10 + .15 / 100, within(1e-15));
    assertThat(nights.contrasts().get(1).variance())
        .isCloseTo(.18892857142857145 / 20 + .15 / 100, within(1e-15));
  }

  /** Weighted by its own variance, the bad night would weigh less: −.105. */
  @Test
  void sequence_equalNights_hasTheirPlainMean() {
    List<Arms> nights =
        List.of(
            arms(StratumMoments.rate(850, 1000), StratumMoments.rate(8500, 10_000)),
            arms(StratumMoments.rate(550, 1000), StratumMoments.rate(8500, 10_000)));
    ConfidenceSequence sequence = ConcurrentNights.of(nights).sequence(.1, 5);
    assertThat(sequence.mean()).isCloseTo(-.15, within(1e-12));
    // rho² = 1/I of the night of interest
    assertThat(sequence.mixtureVariance()).isCloseTo(2 / sequence.information() / 5, within(1e-15));
  }

  @Test
  void of_nightsThatDisagree_areAsVariedAsTheyAre() {
    List<Arms> nights =
        List.of(
            arms(new StratumMoments(100, 1, 1), new StratumMoments(100, 0, 1)),
            arms(new StratumMoments(100, 3, 1), new StratumMoments(100, 0, 1)),
            arms(new StratumMoments(100, 2, 1), new StratumMoments(100, 0, 1)));
    double expected =
        DerSimonianLaird.tauSquared(new double[] {1, 3, 2}, new double[] {.02, .02, .02});
    ConcurrentNights contrasts = ConcurrentNights.of(nights);
    assertThat(contrasts.armVariance()).isCloseTo(expected, within(1e-12)).isPositive();
    assertThat(contrasts.contrasts())
        .allSatisfy(night -> assertThat(night.variance()).isCloseTo(.02 + expected, within(1e-12)));
  }

  @Test
  void of_twoStrata_useTheMixOfAllNights() {
    StratumMoments absent = StratumMoments.absent();
    StratumMoments one = new StratumMoments(10, 1, 1);
    Arms both = new Arms(List.of(one, one), List.of(new StratumMoments(30, 0, 1), one));
    Arms first = new Arms(List.of(one, absent), List.of(new StratumMoments(60, 0, 1), absent));
    List<ConcurrentArms> contrasts = ConcurrentNights.of(List.of(both, first)).contrasts();
    // 90 and 10 values of the baseline: .9 of the first stratum's difference of 1
    assertThat(contrasts.get(0).estimate()).isCloseTo(.9, within(1e-15));
    assertThat(contrasts.get(1).estimate()).isEqualTo(1);
    assertThat(contrasts.get(1).coverage()).isCloseTo(.9, within(1e-15));
  }

  @Test
  void of_armWithoutSpread_hasThatOfBoth() {
    // 0 of 100 against 10 of 1,000: 999*.00990991/(99 + 999)
    ConcurrentNights nights =
        ConcurrentNights.of(List.of(arms(StratumMoments.rate(0, 100), rate(10))));
    double both = 1000 * .01 * .99 / (99 + 999);
    assertThat(nights.contrasts().get(0).variance())
        .isCloseTo(both / 100 + rate(10).variance() / 1000, within(1e-15));
  }

  @Test
  void sequence_noSpreadOrNoNights_isEmpty() {
    ConcurrentNights still = ConcurrentNights.of(List.of(arms(rate(1000), rate(1000))));
    assertThat(still.contrasts().get(0).variance()).isZero();
    assertThat(still.sequence(.1, 5).information()).isZero();
    ConcurrentNights none = ConcurrentNights.of(List.of());
    assertThat(none.contrasts()).isEmpty();
    assertThat(none.sequence(.1, 5).mean()).isNaN();
    StratumMoments absent = StratumMoments.absent();
    ConcurrentNights apart =
        ConcurrentNights.of(List.of(arms(rate(900), rate(900)), arms(absent, rate(900))));
    assertThat(apart.contrasts().get(1).estimate()).isNaN();
    assertThat(apart.sequence(.1, 5).mean()).isZero();
  }

  @Test
  void of_strataNotAligned_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Arms(List.of(rate(1)), List.of()))
        .withMessageContaining("1 strata of the release, 0 of the baseline");
    Arms two = new Arms(List.of(rate(1), rate(1)), List.of(rate(1), rate(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcurrentNights.of(List.of(arms(rate(1), rate(1)), two)))
        .withMessageContaining("2 strata in a night, 1 in the first");
  }

  private static StratumMoments rate(long successes) {
    return StratumMoments.rate(successes, 1000);
  }

  private static Arms arms(StratumMoments release, StratumMoments baseline) {
    return new Arms(List.of(release), List.of(baseline));
  }
}
