package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.interval.PairMoments;
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
    assertThat(DailyTransform.identityMean(4, 1e51, 1, 1)).isEmpty();
    assertThat(DailyTransform.identityMean(4, 1, 1e101, 1)).isEmpty();
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

  @Test
  void ratio_fiveUnits_equalsDeltaMethod() {
    PairMoments moments = pairs(new double[] {.2, .35, .1, .5, .27}, new double[] {1, 2, 1, 3, 1});
    DailyValue value = DailyTransform.ratio(moments, 1e-6).orElseThrow();
    // np.log(a.mean()/b.mean())
    assertThat(value.y()).isCloseTo(-1.7287846700666667, within(1e-14));
    // (a.var(ddof=1)/a.mean()**2+b.var(ddof=1)/b.mean()**2
    //   -2*np.cov(a,b)[0,1]/a.mean()/b.mean())/5
    assertThat(value.variance()).isCloseTo(0.010011654433644112, within(1e-15));
  }

  @Test
  void ratio_proportionalSums_floorsTheVarianceAtTheStep() {
    PairMoments moments = pairs(new double[] {2, 4, 6}, new double[] {1, 2, 3});
    DailyValue value = DailyTransform.ratio(moments, 0.5).orElseThrow();
    assertThat(value.y()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(value.variance()).isCloseTo(0.25 / 12 / 3 / 16, within(1e-15));
  }

  @Test
  void ratio_notPositive_isEmpty() {
    assertThat(DailyTransform.ratio(pairs(new double[0], new double[0]), 1)).isEmpty();
    assertThat(DailyTransform.ratio(pairs(new double[] {1}, new double[] {1}), 1)).isEmpty();
    double[] ones = {1, 1};
    assertThat(DailyTransform.ratio(pairs(ones, new double[2]), 1)).isEmpty();
    assertThat(DailyTransform.ratio(pairs(new double[2], ones), 1)).isEmpty();
    assertThat(DailyTransform.ratio(pairs(new double[] {-2, 1}, ones), 1)).isEmpty();
  }

  @Test
  void clusteredRate_sixUsers_multipliesByTheDesignEffect() {
    PairMoments users = pairs(new double[] {1, 0, 4, 0, 2, 5}, new double[] {2, 3, 4, 1, 6, 5});
    DailyValue value = DailyTransform.clusteredRate(users).orElseThrow();
    // p = 12/21; vp = ((s-p*m)**2).sum()/(6*5)/m.mean()**2; max(1, vp/(p*(1-p)/21))/86
    assertThat(value.variance()).isCloseTo(0.03488372093023256, within(1e-15));
    assertThat(value.y()).isEqualTo(DailyTransform.rate(12, 21).orElseThrow().y());
  }

  @Test
  void clusteredRate_edgeCases_areDefined() {
    double[] rows = {1, 1, 1, 1};
    // One row per cluster: n/(n-1) of the independent variance.
    DailyValue single =
        DailyTransform.clusteredRate(pairs(new double[] {1, 0, 0, 1}, rows)).orElseThrow();
    assertThat(single.variance()).isCloseTo(4.0 / 3 / 18, within(1e-15));
    assertThat(DailyTransform.clusteredRate(pairs(new double[4], rows)))
        .isEqualTo(DailyTransform.rate(0, 4));
    assertThat(DailyTransform.clusteredRate(pairs(rows, rows)))
        .isEqualTo(DailyTransform.rate(4, 4));
    assertThat(DailyTransform.clusteredRate(pairs(new double[0], new double[0]))).isEmpty();
    assertThat(DailyTransform.clusteredRate(pairs(new double[4], new double[4]))).isEmpty();
  }

  /**
   * Variance of the mean of 40 users with 1 to 9 like rows each, 3,000 times: a standard error of
   * 2.6 %, five allowed, and 4 % for the delta method itself.
   */
  @Test
  void ratio_clusteredRows_hasTheStatedVariance() {
    Random random = new Random(51);
    double sum = 0;
    double squares = 0;
    double stated = 0;
    int draws = 3000;
    for (int draw = 0; draw < draws; draw++) {
      double[] sums = new double[40];
      double[] rows = new double[40];
      for (int user = 0; user < 40; user++) {
        rows[user] = 1 + random.nextInt(9);
        double level = 10 + random.nextGaussian();
        for (int row = 0; row < rows[user]; row++) {
          sums[user] += level + random.nextGaussian();
        }
      }
      DailyValue value = DailyTransform.ratio(pairs(sums, rows), 1e-9).orElseThrow();
      sum += value.y();
      squares += value.y() * value.y();
      stated += value.variance() / draws;
    }
    double variance = squares / draws - sum / draws * (sum / draws);
    assertThat(stated / variance).isBetween(0.83, 1.17);
  }

  private static PairMoments pairs(double[] a, double[] b) {
    double[] sums = new double[5];
    for (int i = 0; i < a.length; i++) {
      sums[0] += a[i];
      sums[1] += b[i];
      sums[2] += a[i] * a[i];
      sums[3] += b[i] * b[i];
      sums[4] += a[i] * b[i];
    }
    return PairMoments.ofSums(a.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
