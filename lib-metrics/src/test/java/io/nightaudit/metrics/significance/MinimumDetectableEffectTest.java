package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumDetectableEffectTest {
  // scipy.optimize.brentq(lambda h: NormalIndPower().power(h, n1, alpha, ratio=n0/n1) - power,
  // 1e-6, 2, xtol=1e-15) of statsmodels.stats.power, whose solve_power stops at 1e-5 relative;
  // sin(asin(sqrt(p)) + h/2)**2 - p and p - sin(asin(sqrt(p)) - h/2)**2 for p = 0.1
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.8, 1000, 1000, 0.12529054640575402, 0.04062434165349707, 0.03435346289740447",
    "0.01, 0.9, 500, 2000, 0.19286904343687764, 0.06491931804885029, 0.050085997929179636",
    "0.05, 0.95, 100, 50, 0.6243727034718185, 0.25084453728719824, 0.09990852881659297",
  })
  void effects_table_equalStatsmodels(
      double alpha, double power, long n1, long n0, double effect, double rise, double fall) {
    MinimumDetectableEffect detectable = new MinimumDetectableEffect(alpha, power);
    // Means with variance 1: Cohen's d is the difference itself.
    assertThat(detectable.ofMeans(n1, 1, n0, 1)).isCloseTo(effect, withinPercentage(1e-9));
    assertThat(detectable.riseOfRate(.1, n1, n0)).isCloseTo(rise, within(1e-12));
    assertThat(detectable.fallOfRate(.1, n1, n0)).isCloseTo(fall, within(1e-12));
  }

  @Test
  void inStandardErrors_highPower_isTheSumOfTwoQuantiles() {
    // scipy.stats.norm.ppf(.975) + norm.ppf(.8); the far tail adds 1e-6 to the power
    assertThat(new MinimumDetectableEffect(.05, .8).inStandardErrors())
        .isCloseTo(1.959963984540054 + 0.8416212335729143, within(1e-5));
  }

  // scipy.optimize.brentq over the noncentrality of scipy.stats.ncx2.sf(q, B-1, lambda) - power
  @ParameterizedTest
  @CsvSource({
    "20, 50000, 20000, 0.1, 0.05, 0.8, 0.11363105954415938",
    "10, 1000, 800, 0, 0.05, 0.8, 0.03521204526417344",
    "10, 1000000, 1000000, 0.02, 0.01, 0.9, 0.021469481241079693",
  })
  void ofPsi_table_equalsScipy(
      int bins, long n, long m, double negligible, double alpha, double power, double expected) {
    MinimumEffectTest test = new MinimumEffectTest(bins, n, m, negligible);
    double effect = new MinimumDetectableEffect(alpha, power).ofPsi(test);
    assertThat(effect).isCloseTo(expected, withinPercentage(1e-7));
    assertThat(test.power(alpha, effect)).isCloseTo(power, within(1e-9));
  }

  @Test
  void effects_edgeCases_areDefined() {
    MinimumDetectableEffect detectable = new MinimumDetectableEffect(.05, .8);
    assertThat(detectable.ofMeans(0, 1, 5, 1)).isNaN();
    assertThat(detectable.ofMeans(5, 0, 5, 0)).isZero();
    assertThat(detectable.riseOfRate(.5, 0, 5)).isNaN();
    assertThat(detectable.fallOfRate(.5, 5, 0)).isNaN();
    assertThat(detectable.riseOfRate(.99, 50, 50)).isNaN();
    assertThat(detectable.riseOfRate(1, 50, 50)).isNaN();
    assertThat(detectable.fallOfRate(0, 50, 50)).isNaN();
    assertThat(detectable.riseOfRate(0, 50, 50)).isPositive();
    assertThat(detectable.riseOfRate(.3, Long.MAX_VALUE, Long.MAX_VALUE)).isBetween(0.0, 1e-8);
    assertThat(detectable.ofPsi(new MinimumEffectTest(10, 0, 5, .1))).isNaN();
  }

  @Test
  void constructor_notUsable_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MinimumDetectableEffect(.05, .05))
        .withMessageContaining("power 0.05")
        .withMessageContaining("alpha 0.05");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MinimumDetectableEffect(Double.NaN, .8))
        .withMessageContaining("alpha NaN");
    MinimumDetectableEffect detectable = new MinimumDetectableEffect(.05, .8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> detectable.riseOfRate(21, 50, 50))
        .withMessageContaining("rate 21.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> detectable.ofMeans(5, Double.POSITIVE_INFINITY, 5, 1))
        .withMessageContaining("variance Infinity");
  }
}
