package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DailyTransformTest {
  @Test
  void rate_sample_equalsFormula() {
    // asin(sqrt((21+3/8)/(100+3/4))), 1/402
    DailyValue value = DailyTransform.rate(21, 100).orElseThrow();
    assertThat(value.y()).isCloseTo(Math.asin(Math.sqrt(21.375 / 100.75)), within(1e-15));
    assertThat(value.variance()).isEqualTo(1 / 402.0);
    assertThat(DailyTransform.rate(0, 0)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DailyTransform.rate(2, 1))
        .withMessageContaining("2 successes in 1");
  }

  /** Variance of 4,000 binomial draws: a standard error of 2 %, five of them allowed. */
  @Test
  void rate_binomialDraws_haveTheStatedVariance() {
    Random random = new Random(11);
    double sum = 0;
    double squares = 0;
    int draws = 4000;
    for (int i = 0; i < draws; i++) {
      int successes = 0;
      for (int j = 0; j < 200; j++) {
        successes += random.nextDouble() < 0.1 ? 1 : 0;
      }
      double y = DailyTransform.rate(successes, 200).orElseThrow().y();
      sum += y;
      squares += y * y;
    }
    double variance = squares / draws - sum / draws * (sum / draws);
    assertThat(variance * 802).isBetween(0.9, 1.1);
  }

  @Test
  void mean_equalValues_floorsTheVarianceAtTheStep() {
    DailyValue value = DailyTransform.mean(10, 4, 0, 1).orElseThrow();
    assertThat(value.y()).isCloseTo(Math.log(4), within(1e-15));
    assertThat(value.variance()).isCloseTo(1.0 / 12 / 10 / 16, within(1e-18));
  }

  @Test
  void mean_notPositive_isEmpty() {
    assertThat(DailyTransform.mean(10, 0, 0, 1)).isEmpty();
    assertThat(DailyTransform.mean(10, -1, 2, 1)).isEmpty();
    assertThat(DailyTransform.mean(10, Double.NaN, 2, 1)).isEmpty();
    assertThat(DailyTransform.mean(10, 3, Double.NaN, 1)).isEmpty();
    assertThat(DailyTransform.mean(1, 3, 0, 1)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> DailyTransform.mean(10, 3, 1, 0));
  }

  @Test
  void identityMean_negative_isTaken() {
    assertThat(DailyTransform.identityMean(4, -2, 8, 1)).contains(new DailyValue(-2, 2));
    assertThat(DailyTransform.identityMean(4, 0, 0, 0.5))
        .contains(new DailyValue(0, 0.25 / 12 / 4));
    assertThat(DailyTransform.identityMean(0, Double.NaN, Double.NaN, 1)).isEmpty();
  }

  @Test
  void termShift_sample_equalsFormula() {
    DailyValue value = DailyTransform.termShift(5).orElseThrow();
    assertThat(value.y()).isCloseTo(Math.log(5), within(1e-15));
    assertThat(value.variance()).isCloseTo(0.4 / 25, within(1e-15));
    assertThat(DailyTransform.termShift(0)).isEmpty();
    assertThat(DailyTransform.termShift(Double.NaN)).isEmpty();
  }

  @Test
  void distance_sample_equalsFormula() {
    DailyValue value = DailyTransform.distance(0.2, 100, 400).orElseThrow();
    assertThat(value.y()).isEqualTo(0.2);
    assertThat(value.variance()).isCloseTo(0.0125 / 16 / Math.log(2), within(1e-15));
    assertThat(DailyTransform.distance(Double.NaN, 100, 400)).isEmpty();
    assertThat(DailyTransform.distance(0.2, 100, 0)).isEmpty();
  }

  @Test
  void tauSquared_equalVariances_isExcessOfTheSampleVariance() {
    // With equal v the estimate is the sample variance minus v: var([1,2,3,4,5], ddof=1) - .5
    double[] values = {1, 2, 3, 4, 5};
    double[] variances = {.5, .5, .5, .5, .5};
    assertThat(DerSimonianLaird.tauSquared(values, variances)).isCloseTo(2, within(1e-12));
    assertThat(DerSimonianLaird.tauSquared(new double[] {3, 3}, new double[] {1, 2})).isZero();
    assertThat(DerSimonianLaird.tauSquared(new double[] {3}, new double[] {1})).isZero();
    assertThat(DerSimonianLaird.tauSquared(new double[0], new double[0])).isZero();
  }
}
