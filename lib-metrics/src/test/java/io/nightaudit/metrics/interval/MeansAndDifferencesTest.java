package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
    // scipy.stats.t.ppf(.975, 9) = 2.2621571628540993
    double half = 2.2621571628540993 * 2 / Math.sqrt(10);
    // The quantile is solved for to nine digits.
    assertThat(interval.low()).isCloseTo(10 - half, within(1e-9));
    assertThat(interval.high()).isCloseTo(10 + half, within(1e-9));
    assertThat(MeanInterval.of(1, 10, Double.NaN, 0.95)).isEqualTo(UNKNOWN);
    assertThat(MeanInterval.of(0, Double.NaN, Double.NaN, 0.95)).isEqualTo(UNKNOWN);
    assertThat(MeanInterval.of(3, 7, 0, 0.95)).isEqualTo(new Interval(7, 7, 0.95));
  }

  @Test
  void welch_equalSizesAndVariances_isStudents() {
    // Equal sizes and variances: df = 2(n-1) = 18; scipy.stats.t.ppf(.975, 18) = 2.10092204024096
    Interval interval = DifferenceOfMeans.welch(10, 12, 5, 10, 10, 5, 0.95);
    assertThat(interval.low()).isCloseTo(2 - 2.10092204024096, within(1e-9));
    assertThat(interval.high()).isCloseTo(2 + 2.10092204024096, within(1e-9));
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
