package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmptyCountTest {
  @Test
  void probability_evenCounts_isThatOfPoisson() {
    // scipy.stats.poisson.pmf(0, 5) = 0.006737946999085467
    assertThat(EmptyCount.probability(new long[] {5, 5, 5, 5}))
        .isCloseTo(0.006737946999085467, within(1e-15));
  }

  @Test
  void probability_uneven_isThatOfNegativeBinomial() {
    // m = 5, s2 = 122/3; k = 25/(122/3-5); scipy.stats.nbinom.pmf(0, k, k/(k+5)) = (k/(k+5))**k
    double size = 25 / (122.0 / 3 - 5);
    assertThat(EmptyCount.probability(new long[] {0, 1, 5, 14}))
        .isCloseTo(Math.pow(size / (size + 5), size), within(1e-12));
  }

  @Test
  void probability_nothingUsual_isOne() {
    assertThat(EmptyCount.probability(new long[0])).isEqualTo(1);
    assertThat(EmptyCount.probability(new long[] {0, 0, 0})).isEqualTo(1);
  }

  @Test
  void probability_singleCount_isThatOfPoisson() {
    // scipy.stats.poisson.pmf(0, 3) = 0.049787068367863944
    assertThat(EmptyCount.probability(new long[] {3}))
        .isCloseTo(0.049787068367863944, within(1e-15));
    assertThat(EmptyCount.probability(new long[] {0})).isEqualTo(1);
  }

  @Test
  void probability_negativeCount_isRefused() {
    // Without the check the mean of these would be 0, and the absence certain.
    assertThatThrownBy(() -> EmptyCount.probability(new long[] {4, -4}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("usual count -4 at 1 is below 0: counts start at 0");
  }
}
