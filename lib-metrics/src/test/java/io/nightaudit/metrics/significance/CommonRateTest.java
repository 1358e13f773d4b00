package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonRateTest {
  // n of each sample, n/3 against n/2 - n/10 successes, two-sided: best of 6,001 rates and
  // scipy.optimize.minimize_scalar around the five highest, binomials by scipy.stats.binom.pmf
  @ParameterizedTest
  @CsvSource({
    "50, 0.530949471507557, 0.43759206454607474",
    "200, 0.1505931731170427, 0.15056296092863938",
    "500, 0.026399630707478507, 0.026599439037301248",
  })
  void largestProbability_manyTables_equalsDenseSearch(int n, double barnard, double boschloo) {
    int current = n / 3;
    int reference = n / 2 - n / 10;
    assertThat(BarnardTest.of(Alternative.TWO_SIDED, current, n, reference, n).pValue())
        .isCloseTo(barnard, within(1e-10));
    assertThat(BoschlooTest.of(Alternative.TWO_SIDED, current, n, reference, n).pValue())
        .isCloseTo(boschloo, within(1e-10));
  }

  @Test
  void largestProbability_peakBetweenGridPoints_isFound() {
    // 1 of 2 trials of current, all of no reference: 2 r (1 - r), highest at r = 1/2.
    assertThat(CommonRate.largestProbability(new boolean[][] {{false}, {true}, {false}}))
        .isCloseTo(.5, within(1e-14));
    // 1 of 3: 3 r (1 - r)^2, highest at r = 1/3.
    assertThat(CommonRate.largestProbability(new boolean[][] {{false}, {true}, {false}, {false}}))
        .isCloseTo(4.0 / 9, within(1e-14));
  }

  @Test
  void largestProbability_ends_areReached() {
    assertThat(CommonRate.largestProbability(new boolean[][] {{true, false}, {false, false}}))
        .isEqualTo(1);
    assertThat(CommonRate.largestProbability(new boolean[][] {{false, false}, {false, true}}))
        .isEqualTo(1);
    assertThat(CommonRate.largestProbability(new boolean[][] {{false, false}, {false, false}}))
        .isZero();
  }
}
