package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeforeAfterTest {
  private static final int FIRST_OF_JUNE = 19_509;

  // LLMDrift as nights (Chen, Zaharia, Zou 2023), gpt-4, 1 to 24 June: answers and correct answers
  // by task: composite, leetcode_easy, prime, sensitiveq.
  private static final int[][] ANSWERS = {
    {19, 2, 28, 4},
    {23, 2, 24, 4},
    {26, 2, 21, 4},
    {19, 2, 28, 4},
    {23, 2, 24, 4},
    {24, 2, 23, 4},
    {18, 2, 29, 4},
    {25, 2, 22, 4},
    {25, 2, 22, 4},
    {23, 2, 24, 4},
    {20, 2, 27, 4},
    {23, 2, 24, 4},
    {25, 2, 22, 4},
    {23, 2, 24, 4},
    {23, 2, 24, 4},
    {25, 2, 22, 4},
    {33, 2, 14, 4},
    {23, 2, 24, 4},
    {19, 2, 28, 4},
    {22, 2, 25, 4},
    {31, 2, 16, 4},
    {19, 2, 28, 4},
    {23, 2, 24, 4},
    {26, 2, 21, 4}
  };
  private static final int[][] CORRECT = {
    {14, 2, 28, 1},
    {15, 2, 24, 1},
    {15, 1, 21, 1},
    {14, 1, 27, 1},
    {18, 1, 24, 0},
    {22, 2, 23, 1},
    {11, 1, 28, 0},
    {15, 1, 21, 1},
    {16, 2, 22, 0},
    {17, 1, 24, 0},
    {16, 1, 26, 1},
    {16, 1, 20, 0},
    {18, 0, 22, 0},
    {19, 0, 24, 2},
    {16, 2, 23, 0},
    {16, 1, 21, 3},
    {22, 0, 14, 2},
    {17, 1, 23, 0},
    {14, 0, 28, 1},
    {14, 2, 24, 0},
    {22, 1, 16, 0},
    {19, 0, 1, 0},
    {23, 0, 2, 0},
    {26, 0, 0, 0}
  };

  @Test
  void of_realRelease_equalsWorkedExample() {
    BeforeAfter result = BeforeAfter.of(gpt4(), 21, 3, 0.95);
    // numpy: W = N[:21].sum(0)/N[:21].sum();
    // 100*(W*(K[21:24].sum(0)/N[21:24].sum(0) - K[:21].sum(0)/N[:21].sum(0))).sum()
    assertThat(100 * result.effect()).isCloseTo(-31.954854828982505, within(1e-9));
    assertThat(result.autocorrelation()).isCloseTo(-0.08913429915935646, within(1e-10));
    double[] placebos = {
      5.7, 3.5, -0.1, -7.2, -3.7, 0.1, -1.6, -2.7, -2.0, 1.3, 2.1, -0.9, -0.9, -0.8, -1.3, -1.1
    };
    assertThat(result.placebos()).hasSize(placebos.length);
    for (int i = 0; i < placebos.length; i++) {
      assertThat(100 * result.placebos().get(i).effect()).isCloseTo(placebos[i], within(0.0501));
      assertThat(result.placebos().get(i).epochDay()).isEqualTo(FIRST_OF_JUNE + 3 + i);
    }
    assertThat(result.beyondEveryPlacebo()).isTrue();
    // d = (K/N) @ W; t.ppf(.975, 20)*sqrt(d[:21].var(ddof=1)*(1/3 + 1/21)) = 5.951 points
    assertThat(100 * result.interval().low()).isCloseTo(-37.9054, within(1e-3));
    assertThat(100 * result.interval().high()).isCloseTo(-26.0043, within(1e-3));
  }

  @Test
  void of_onlyTheMixMoves_isNoEffect() {
    List<BeforeAfter.Night> nights = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int hard = i < 20 ? 10 : 80;
      nights.add(night(i, StratumMoments.rate(hard / 10, hard), StratumMoments.rate(72, 90)));
    }
    BeforeAfter result = BeforeAfter.of(nights, 20, 10, 0.95);
    assertThat(result.effect()).isCloseTo(0, within(1e-15));
    assertThat(result.interval().contains(0)).isTrue();
    assertThat(result.interval().width()).isPositive();
    assertThat(result.beyondEveryPlacebo()).isFalse();
  }

  @Test
  void of_stratumGoneAfter_givesItsWeightToTheOthers() {
    List<BeforeAfter.Night> nights = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StratumMoments gone = i < 5 ? StratumMoments.rate(1, 10) : StratumMoments.absent();
      nights.add(night(i, StratumMoments.rate(i < 5 ? 5 : 7, 10), gone));
    }
    assertThat(BeforeAfter.of(nights, 5, 3, 0.95).effect()).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void of_nothingAfter_isUnknown() {
    List<BeforeAfter.Night> nights = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      nights.add(night(i, i < 5 ? StratumMoments.rate(5, 10) : StratumMoments.absent()));
    }
    BeforeAfter result = BeforeAfter.of(nights, 5, 3, 0.95);
    assertThat(result.effect()).isNaN();
    assertThat(result.interval().width()).isInfinite();
    assertThat(result.beyondEveryPlacebo()).isFalse();
  }

  /** Nominal 5 %; 2,000 runs have a standard error of 0.5 %, four of them allowed. */
  @Test
  void of_noEffect_coversAsOftenAsItSays() {
    Random random = new Random(14);
    int missed = 0;
    for (int run = 0; run < 2000; run++) {
      List<BeforeAfter.Night> nights = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        nights.add(night(i, new StratumMoments(100, random.nextGaussian(), 0.01)));
      }
      missed += BeforeAfter.of(nights, 21, 3, 0.95).interval().contains(0) ? 0 : 1;
    }
    assertThat(missed / 2000.0).isBetween(0.02, 0.07);
  }

  @Test
  void of_tooFewNights_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BeforeAfter.of(gpt4(), 2, 3, 0.95))
        .withMessageContaining("2 nights before");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BeforeAfter.of(gpt4(), 22, 3, 0.95))
        .withMessageContaining("22 nights before and 3 after of 24");
  }

  @Test
  void stratumMoments_plus_isThatOfAllValues() {
    // numpy.var([1,2,3,4,10], ddof=1) = 12.5, of [1,2] .5, of [3,4,10] 14.333
    StratumMoments whole =
        new StratumMoments(2, 1.5, 0.5).plus(new StratumMoments(3, 17.0 / 3, 43.0 / 3));
    assertThat(whole.mean()).isCloseTo(4, within(1e-14));
    assertThat(whole.variance()).isCloseTo(12.5, within(1e-13));
    assertThat(StratumMoments.absent().plus(whole)).isEqualTo(whole);
    assertThat(whole.plus(StratumMoments.absent())).isEqualTo(whole);
  }

  private static BeforeAfter.Night night(int index, StratumMoments... strata) {
    return new BeforeAfter.Night(FIRST_OF_JUNE + index, List.of(strata));
  }

  private static List<BeforeAfter.Night> gpt4() {
    List<BeforeAfter.Night> nights = new ArrayList<>();
    for (int i = 0; i < ANSWERS.length; i++) {
      StratumMoments[] strata = new StratumMoments[ANSWERS[i].length];
      for (int s = 0; s < strata.length; s++) {
        strata[s] = StratumMoments.rate(CORRECT[i][s], ANSWERS[i][s]);
      }
      nights.add(night(i, strata));
    }
    return nights;
  }
}
