package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeansAndDifferencesTest {
  private static final Interval UNKNOWN =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95);

  @Test
  void newcombe_published_equalsReference() {
    // Newcombe 1998 pp. 873-890, 56/70 - 48/80, method 10; statsmodels
    // confint_proportions_2indep(56, 70, 48, 80, method='newcomb')
    Interval interval = DifferenceOfRates.newcombe(56, 70, 48, 80, 0.95);
    assertThat(interval.low()).isCloseTo(0.05243147240236498, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.33387265403690614, within(1e-12));
    Interval swapped = DifferenceOfRates.newcombe(48, 80, 56, 70, 0.95);
    assertThat(swapped.low()).isCloseTo(-interval.high(), within(1e-15));
    assertThat(DifferenceOfRates.newcombe(0, 0, 1, 2, 0.95)).isEqualTo(new Interval(-1, 1, 0.95));
  }

  @Test
  void meanInterval_sample_equalsScipy() {
    Interval interval = MeanInterval.of(10, 10, 4, 0.95);
    // scipy.stats.t.ppf(.975, 9) = 2.262157162798205
    double half = 2.262157162798205 * 2 / Math.sqrt(10);
    assertThat(interval.low()).isCloseTo(10 - half, within(1e-13));
    assertThat(interval.high()).isCloseTo(10 + half, within(1e-13));
    assertThat(MeanInterval.of(1, 10, Double.NaN, 0.95)).isEqualTo(UNKNOWN);
    assertThat(MeanInterval.of(0, Double.NaN, Double.NaN, 0.95)).isEqualTo(UNKNOWN);
    assertThat(MeanInterval.of(3, 7, 0, 0.95)).isEqualTo(new Interval(7, 7, 0.95));
  }

  @Test
  void welch_equalSizesAndVariances_isStudents() {
    // Equal sizes and variances: df = 2(n-1) = 18; scipy.stats.t.ppf(.975, 18) = 2.1009220402410382
    Interval interval = DifferenceOfMeans.welch(10, 12, 5, 10, 10, 5, 0.95);
    assertThat(interval.low()).isCloseTo(2 - 2.1009220402410382, within(1e-13));
    assertThat(interval.high()).isCloseTo(2 + 2.1009220402410382, within(1e-13));
    assertThat(DifferenceOfMeans.welch(1, 12, 0, 10, 10, 5, 0.95)).isEqualTo(UNKNOWN);
    assertThat(DifferenceOfMeans.welch(5, 12, 0, 5, 10, 0, 0.95))
        .isEqualTo(new Interval(2, 2, 0.95));
  }

  @Test
  void logDelta_sample_isSymmetricOnTheLogarithm() {
    // scipy.stats.norm.ppf(.975) = 1.959963984540054; errors 0.1 and 0.1 of the means
    Interval interval = RatioOfMeans.logDelta(100, 20, 400, 100, 10, 100, 0.95);
    double half = 1.959963984540054 * Math.sqrt(0.02);
    assertThat(interval.low()).isCloseTo(2 * Math.exp(-half), within(1e-12));
    assertThat(interval.high()).isCloseTo(2 * Math.exp(half), within(1e-12));
    Interval nothingKnown = new Interval(0, Double.POSITIVE_INFINITY, 0.95);
    assertThat(RatioOfMeans.logDelta(100, 0, 0, 100, 10, 100, 0.95)).isEqualTo(nothingKnown);
    assertThat(RatioOfMeans.logDelta(1, 5, 0, 100, 10, 100, 0.95)).isEqualTo(nothingKnown);
  }

  @Test
  void welch_sample_equalsScipy() {
    // scipy.stats.ttest_ind([3.1,2.9,4.4,5.0,3.7,4.1,2.2], [2.0,3.3,2.5,2.9],
    // equal_var=False).confidence_interval(.95)
    Interval interval =
        DifferenceOfMeans.welch(
            7, 3.628571428571429, 0.9257142857142858, 4, 2.675, 0.30916666666666653, 0.95);
    assertThat(interval.low()).isCloseTo(-0.0828324235824629, within(1e-13));
    assertThat(interval.high()).isCloseTo(1.9899752807253213, within(1e-13));
    // scipy.stats.t.interval(.95, 6, mean, sem)
    Interval mean = MeanInterval.of(7, 3.628571428571429, 0.9257142857142858, 0.95);
    assertThat(mean.low()).isCloseTo(2.738739904788967, within(1e-13));
    assertThat(mean.high()).isCloseTo(4.518402952353891, within(1e-13));
  }

  // scipy.stats.t.ppf(.975, df)
  @ParameterizedTest
  @CsvSource({
    "1, 12.706204736174694",
    "2, 4.302652729749462",
    "9, 2.262157162798205",
    "55.3, 2.003800444464025"
  })
  void student_anyFreedom_equalsScipy(double degreesOfFreedom, double expected) {
    assertThat(Quantiles.student(degreesOfFreedom, 0.95)).isCloseTo(expected, within(1e-13));
  }

  @Test
  void anyMethod_extremeUnits_neitherOverflowsNorVanishes() {
    Interval vast = DifferenceOfMeans.welch(10, 2e200, 1e308, 10, 1e200, 1e308, 0.95);
    assertThat(vast.contains(1e200)).isTrue();
    assertThat(vast.width()).isFinite();
    Interval tiny = DifferenceOfMeans.welch(10, 2e-160, 1e-320, 10, 1e-160, 1e-320, 0.95);
    assertThat(tiny.width() / 1e-160).isBetween(1.5, 2.5);
    Interval ratio = RatioOfMeans.logDelta(100, 2e-200, 0, 100, 1e-200, 0, 0.95);
    assertThat(ratio).isEqualTo(new Interval(2, 2, 0.95));
    assertThat(MeanInterval.of(Long.MAX_VALUE, 3, 1, 0.95).width()).isBetween(1e-9, 2e-9);
  }

  @Test
  void anyMethod_estimateBeyondDouble_throws() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> DifferenceOfMeans.welch(5, 1e308, 1, 5, -1e308, 1, 0.95))
        .withMessageContaining("estimate Infinity is beyond the range of double");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> RatioOfMeans.logDelta(5, 1e200, 1, 5, 1e-200, 0, 0.95))
        .withMessageContaining("estimate Infinity is beyond the range of double");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> RatioOfMeans.logDelta(5, 1e-200, 0, 5, 1e200, 0, 0.95))
        .withMessageContaining("estimate 0.0 is beyond the range of double");
  }

  @Test
  void of_notANumber_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanInterval.of(5, Double.NaN, 1, 0.95))
        .withMessageContaining("mean NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DifferenceOfMeans.welch(5, 1, Double.NaN, 5, 1, 1, 0.95))
        .withMessageContaining("variance NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(2, 1, 0.95))
        .withMessageContaining("from 2.0 to 1.0");
  }
}
