package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictNormalTest {
  // scipy.stats.norm.cdf(z)
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447460685429",
    "-1, 0.15865525393145707",
    "1.959963984540054, 0.975",
    "-3, 0.0013498980316300933",
    "9, 1",
    "-9, 0"
  })
  void probability_scipy_equalsReference(double z, double expected) {
    assertThat(StrictNormal.probability(z)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void probability_grid_equalsLibraryAndStaysAProbability() {
    NormalDistribution library = NormalDistribution.of(0, 1);
    for (int i = -8300; i <= 8300; i++) {
      double probability = StrictNormal.probability(i / 1000.0);
      assertThat(probability).isBetween(0.0, 1.0);
      // The largest difference at steps of 1e-4 is 1.67e-15, at z = 7.4.
      assertThat(probability).isCloseTo(library.cumulativeProbability(i / 1000.0), within(2e-15));
    }
  }

  @Test
  void quantile_grid_invertsProbability() {
    for (int i = 1; i < 1000; i++) {
      double z = StrictNormal.quantile(i / 1000.0);
      assertThat(StrictNormal.probability(z)).isCloseTo(i / 1000.0, within(1e-15));
    }
    assertThat(StrictNormal.quantile(0.5)).isZero();
    assertThat(StrictNormal.quantile(0.025)).isEqualTo(-StrictNormal.quantile(0.975));
    assertThat(StrictNormal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(StrictNormal.quantile(1)).isBetween(7.5, 8.3);
    assertThat(StrictNormal.quantile(0)).isBetween(-8.3, -7.5);
  }
}
