package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumEffectTestTest {
  // f = 1/n + 1/m; q = ncx2.isf(alpha, B-1, delta/f) (chi2.isf for delta = 0)
  // q*f, ncx2.sf(psi/f, B-1, delta/f), ncx2.sf(q, B-1, psi/f) of scipy.stats
  @ParameterizedTest
  @CsvSource({
    "20, 50000, 20000, 0.1, 0.05, 0.12, 0.1101802652565159, 0.00036237862954009584, 0.9745477805617805",
    "10, 1000, 800, 0, 0.05, 0.02, 0.03806769961039602, 0.44759339981050705, 0.5043346966297897",
    "10, 1000000, 1000000, 0.02, 0.01, 0.021, 0.02095754786516829, 0.007549558249766297, 0.5567290869068533",
  })
  void results_table_equalScipy(
      int bins,
      long n,
      long m,
      double negligible,
      double alpha,
      double psi,
      double significant,
      double pValue,
      double power) {
    MinimumEffectTest test = new MinimumEffectTest(bins, n, m, negligible);
    assertThat(test.significantPsi(alpha)).isCloseTo(significant, withinPercentage(1e-8));
    assertThat(test.pValue(psi)).isCloseTo(pValue, withinPercentage(1e-8));
    assertThat(test.power(alpha, psi)).isCloseTo(power, withinPercentage(1e-8));
  }

  @Test
  void pValue_nothingNegligible_isThatOfChiSquare() {
    double inverse = 1.0 / 50_000 + 1.0 / 20_000;
    assertThat(new MinimumEffectTest(20, 50_000, 20_000, 0).pValue(30.14 * inverse))
        .isCloseTo(ChiSquaredDistribution.of(19).survivalProbability(30.14), within(1e-12));
  }

  @Test
  void pValue_largeSample_doesNotRejectTheHarmless() {
    // PSI 0.01 of a hundred million rows: equality is rejected, "at most 0.02" is not.
    assertThat(new MinimumEffectTest(10, 100_000_000, 100_000_000, 0).pValue(.01)).isZero();
    assertThat(new MinimumEffectTest(10, 100_000_000, 100_000_000, .02).pValue(.01)).isEqualTo(1);
  }

  @Test
  void power_atTheNegligible_isTheLevel() {
    MinimumEffectTest test = new MinimumEffectTest(12, 9_000, 4_000, .05);
    assertThat(test.power(.05, .05)).isCloseTo(.05, within(1e-9));
    assertThat(test.pValue(test.significantPsi(.05))).isCloseTo(.05, within(1e-9));
  }

  @Test
  void results_emptyOrOne_areDefined() {
    MinimumEffectTest empty = new MinimumEffectTest(10, 0, 500, .1);
    assertThat(empty.pValue(Double.NaN)).isNaN();
    assertThat(empty.significantPsi(.05)).isNaN();
    assertThat(empty.power(.05, .2)).isNaN();
    assertThat(new MinimumEffectTest(2, 1, 1, 0).pValue(0)).isEqualTo(1);
    assertThat(new MinimumEffectTest(2, 1, 1, .1).pValue(1e300)).isZero();
  }

  @Test
  void results_notUsable_throw() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MinimumEffectTest(1, 5, 5, .1))
        .withMessageContaining("1 bins");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MinimumEffectTest(10, 5, 5, Double.NaN))
        .withMessageContaining("NaN");
    MinimumEffectTest test = new MinimumEffectTest(10, 500, 500, .1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.pValue(Double.POSITIVE_INFINITY))
        .withMessageContaining("Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.power(0, .1))
        .withMessageContaining("alpha 0.0");
    MinimumEffectTest huge = new MinimumEffectTest(10, Long.MAX_VALUE, Long.MAX_VALUE, .1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> huge.pValue(.2))
        .withMessageContaining("compare larger samples without a test");
  }
}
