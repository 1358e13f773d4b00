package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  /** By hand: deviations −1.5 to 1.5, squares 5, products of neighbours .75 − .25 + .75. */
  @Test
  void at_risingSeries_isTheRatioOfProductsAndSquares() {
    assertThat(Autocorrelation.of(new double[] {1, 2, 3, 4}).at(1)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void at_constantOrEmpty_isZero() {
    assertThat(Autocorrelation.of(new double[] {3, 3, 3}).at(1)).isZero();
    assertThat(Autocorrelation.of(new double[0]).at(1)).isZero();
  }

  /** A rhythm of groups is no dependence once the means of the groups are taken out. */
  @Test
  void around_rhythmAlone_isZero() {
    double[] rhythm = {1, 1, 5, 5, 1, 1, 5, 5};
    int[] groups = {0, 0, 1, 1, 0, 0, 1, 1};

    assertThat(Autocorrelation.of(rhythm).at(1)).isGreaterThan(0.1);
    assertThat(Autocorrelation.around(rhythm, groups).at(1)).isZero();
  }
}
