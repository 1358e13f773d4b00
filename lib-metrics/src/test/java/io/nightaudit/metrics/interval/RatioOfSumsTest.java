package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioOfSumsTest {
  // a = [3,1,4,1,5,9,2,6], b = [2,7,1,8,2,8,1,8]: sums 31, 37, 173, 251, 157
  private static final PairMoments UNITS = PairMoments.ofSums(8, 31, 37, 173, 251, 157);

  @Test
  void ofSums_sample_equalsNumpy() {
    // numpy.cov(a, b) = [[7.55357143, 1.94642857], [1.94642857, 11.41071429]]
    assertThat(UNITS.meanA()).isEqualTo(3.875);
    assertThat(UNITS.meanB()).isEqualTo(4.625);
    assertThat(UNITS.varianceA()).isCloseTo(423.0 / 56, within(1e-15));
    assertThat(UNITS.varianceB()).isCloseTo(639.0 / 56, within(2e-15));
    assertThat(UNITS.covariance()).isCloseTo(109.0 / 56, within(1e-15));
  }

  @Test
  void delta_sample_equalsResidualForm() {
    // R = a.sum()/b.sum(); e = a - R*b; v = e.var(ddof=1)/8/b.mean()**2 = 0.07188892980455178
    // R -+ scipy.stats.t.ppf(.975, 7)*v**.5; R*exp(-+ scipy.stats.t.ppf(.975, 7)*v**.5/R)
    Interval interval = RatioOfSums.delta(UNITS, 0.95);
    assertThat(interval.low()).isCloseTo(0.20383215798771281, within(1e-14));
    assertThat(interval.high()).isCloseTo(1.471843517687963, within(1e-14));
    Interval onLogarithm = RatioOfSums.logDelta(UNITS, 0.95);
    assertThat(onLogarithm.low()).isCloseTo(0.3931173289374965, within(1e-14));
    assertThat(onLogarithm.high()).isCloseTo(1.7856558102133238, within(1e-14));
    double ratio = 31.0 / 37;
    assertThat(RatioOfSums.logVariance(UNITS))
        .isCloseTo(0.07188892980455178 / (ratio * ratio), within(1e-15));
  }

  @Test
  void logVariance_formula_equalsThatOfRelativeErrors() {
    double a = UNITS.meanA();
    double b = UNITS.meanB();
    double relative =
        UNITS.varianceA() / (a * a)
            + UNITS.varianceB() / (b * b)
            - 2 * UNITS.covariance() / (a * b);
    assertThat(RatioOfSums.logVariance(UNITS)).isCloseTo(relative / 8, within(1e-15));
  }

  @Test
  void delta_denominatorOne_isMeanInterval() {
    PairMoments ofMean = PairMoments.ofSums(8, 31, 8, 173, 8, 31);
    Interval interval = RatioOfSums.delta(ofMean, 0.95);
    Interval mean = MeanInterval.of(8, 3.875, 423.0 / 56, 0.95);
    assertThat(interval.low()).isCloseTo(mean.low(), within(1e-14));
    assertThat(interval.high()).isCloseTo(mean.high(), within(1e-14));
  }

  @Test
  void anyMethod_tooLittle_isUnknown() {
    PairMoments one = PairMoments.ofSums(1, 3, 2, 9, 4, 6);
    PairMoments withoutDenominator = PairMoments.ofSums(3, 6, 0, 14, 0, 0);
    PairMoments withoutNumerator = PairMoments.ofSums(3, 0, 6, 0, 14, 0);
    Interval anything = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95);
    Interval anyPositive = new Interval(0, Double.POSITIVE_INFINITY, 0.95);
    for (PairMoments units :
        new PairMoments[] {one, withoutDenominator, PairMoments.ofSums(0, 0, 0, 0, 0, 0)}) {
      assertThat(RatioOfSums.delta(units, 0.95)).isEqualTo(anything);
      assertThat(RatioOfSums.logDelta(units, 0.95)).isEqualTo(anyPositive);
      assertThat(RatioOfSums.logVariance(units)).isNaN();
    }
    assertThat(RatioOfSums.delta(withoutNumerator, 0.95)).isEqualTo(new Interval(0, 0, 0.95));
    assertThat(RatioOfSums.logDelta(withoutNumerator, 0.95)).isEqualTo(anyPositive);
  }

  @Test
  void anyMethod_proportional_isRatioItself() {
    PairMoments units = PairMoments.ofSums(3, 12, 6, 56, 14, 28);
    assertThat(RatioOfSums.delta(units, 0.95)).isEqualTo(new Interval(2, 2, 0.95));
    assertThat(RatioOfSums.logDelta(units, 0.95)).isEqualTo(new Interval(2, 2, 0.95));
  }

  @Test
  void ofSums_nearlyConstant_doesNotCancel() {
    // 500 values of 1,000,000 and 500 of 1,000,001: their spread is 250, and (sum)² alone is
    // rounded
    // to multiples of 128
    PairMoments units =
        PairMoments.ofSums(1000, 1e9 + 500, 1000, 1e15 + 1e9 + 500, 1000, 1e9 + 500);
    assertThat(units.varianceA()).isCloseTo(250.0 / 999, within(1e-16));
    assertThat(units.varianceB()).isZero();
    assertThat(units.covariance()).isZero();
  }

  @Test
  void ofSums_roundedSumsOfAConstant_haveNoVariance() {
    // 3 times 0.1: 0.1² + 0.1² + 0.1² rounds below (0.1 + 0.1 + 0.1)²/3
    PairMoments units =
        PairMoments.ofSums(3, 0.1 + 0.1 + 0.1, 3, 0.1 * 0.1 * 3, 3, 0.1 + 0.1 + 0.1);
    assertThat(units.varianceA()).isCloseTo(0, within(1e-17));
    assertThat(units.varianceB()).isZero();
  }

  @Test
  void pairMoments_impossible_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairMoments.ofSums(8, 31, 37, 173, 251, 300))
        .withMessageContaining("covariance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairMoments.ofSums(2, 4, 4, 7, 8, 8))
        .withMessageContaining("sum of a² 7.0 is below");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairMoments.ofSums(2, 4, Double.POSITIVE_INFINITY, 8, 8, 8))
        .withMessageContaining("give finite sums");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairMoments.ofSums(-1, 0, 0, 0, 0, 0))
        .withMessageContaining("n -1 is below 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairMoments(5, 1, 1, 1, 4, 2.1))
        .withMessageContaining("covariance 2.1 is beyond 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairMoments(5, 1, 1, 1, 4, Double.NaN))
        .withMessageContaining("covariance NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairMoments(5, 1, Double.NaN, 1, 4, 0))
        .withMessageContaining("mean NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairMoments(5, 1, 1, -1, 4, 0))
        .withMessageContaining("variance -1.0");
  }

  @Test
  void anyMethod_ratioBeyondDouble_throws() {
    PairMoments units = new PairMoments(5, 1e200, 1e-200, 1, 1e-300, 0);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> RatioOfSums.delta(units, 0.95))
        .withMessageContaining("beyond the range of double");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> RatioOfSums.logDelta(units, 0.95))
        .withMessageContaining("beyond the range of double");
  }
}
