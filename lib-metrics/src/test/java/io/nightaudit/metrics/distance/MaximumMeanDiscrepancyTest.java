package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.distance.MaximumMeanDiscrepancy.NullDistribution;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumMeanDiscrepancyTest {
  private static final double BANDWIDTH = 2;

  /**
   * The estimate is unbiased for the kernel's own value, so the mean over draws of the frequencies
   * must lie within four of its standard errors of it.
   */
  @Test
  void unbiasedSquared_manyDraws_averagesToTheExactKernelValue() {
    double[][] x = gaussian(new Random(1), 40, 4, 0);
    double[][] y = gaussian(new Random(2), 30, 4, 0.6);
    double exact = exact(x, y);
    int draws = 200;
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < draws; seed++) {
      double value = estimate(RandomFourierFeatures.of(4, 64, BANDWIDTH, seed), x, y);
      sum += value;
      squares += value * value;
    }
    double mean = sum / draws;
    double error = Math.sqrt((squares / draws - mean * mean) / draws);
    assertThat(exact).isGreaterThan(0.03);
    assertThat(error).isLessThan(0.01 * exact * 5);
    assertThat(mean).isCloseTo(exact, within(4 * error));
  }

  @Test
  void features_anyVector_haveLengthOneAndApproximateTheKernel() {
    RandomFourierFeatures features = RandomFourierFeatures.of(3, 4_096, BANDWIDTH, 42);
    double[] a = features.of(new double[] {1, -2, 0.5});
    double[] b = features.of(new double[] {0, -1, 1.5});
    assertThat(product(a, a)).isCloseTo(1, within(1e-12));
    // exp(-3 / (2 * 2^2)); one over the root of 4,096 is .016, at most that is its deviation.
    assertThat(product(a, b)).isCloseTo(StrictMath.exp(-3 / 8.0), within(0.04));
    double[] zero = features.of(new double[3]);
    assertThat(zero[0]).isEqualTo(1 / 64.0);
    assertThat(zero[4_096]).isZero();
  }

  /**
   * The bits are part of what a baseline is compared by: they must never change. SplitMix64 and
   * Box–Muller in Python give the same to the last digit but one.
   */
  @Test
  void features_ofSeed_areFrozen() {
    double[] features = RandomFourierFeatures.of(2, 2, 1, 7).of(new double[] {1, 2});
    assertThat(features)
        .containsExactly(
            0.6989091798801734, -0.6247089731823982, 0.10735901582644689, -0.33126831847521065);
  }

  @Test
  void sum_anyOrderAndParts_givesTheSameBits() {
    RandomFourierFeatures features = RandomFourierFeatures.of(4, 32, BANDWIDTH, 12);
    double[][] vectors = gaussian(new Random(3), 50, 4, 0);
    double[][] backwards = vectors.clone();
    Collections.reverse(Arrays.asList(backwards));
    double[] sum = features.sum(vectors);
    assertThat(features.sum(backwards)).containsExactly(sum);
    long[] units = new long[features.size()];
    double[] plain = new double[features.size()];
    for (double[] vector : vectors) {
      Arrays.setAll(units, i -> units[i] + features.units(vector)[i]);
      Arrays.setAll(plain, i -> plain[i] + features.of(vector)[i]);
    }
    assertThat(RandomFourierFeatures.ofUnits(units)).containsExactly(sum);
    assertThat(sum).containsExactly(plain, within(50 * 0x1p-33));
  }

  @Test
  void features_draws_areStandardNormal() {
    // φ of (h) in one dimension reveals ω h as the angle of its two features.
    int size = 20_000;
    double step = 1e-3;
    double[] features = RandomFourierFeatures.of(1, size, 1, 5).of(new double[] {step});
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    for (int i = 0; i < size; i++) {
      double omega = Math.atan2(features[size + i], features[i]) / step;
      sum += omega;
      squares += omega * omega;
      fourth += omega * omega * omega * omega;
    }
    // Four standard errors of the mean, the variance and the fourth moment of N(0, 1).
    assertThat(sum / size).isCloseTo(0, within(4 / Math.sqrt(size)));
    assertThat(squares / size).isCloseTo(1, within(4 * Math.sqrt(2.0 / size)));
    assertThat(fourth / size).isCloseTo(3, within(4 * Math.sqrt(96.0 / size)));
  }

  /**
   * 300 pairs of samples without a change: the mean is 0 within four standard errors, the standard
   * deviation is that of the formula within four of its own (a χ² law makes its relative error some
   * 2/√300 = .12 at most), and Satterthwaite's 5 % is exceeded by 6 % ± 4·√(.06·.94/300).
   */
  @Test
  void nullDistribution_noChange_describesTheEstimate() {
    RandomFourierFeatures features = RandomFourierFeatures.of(3, 16, BANDWIDTH, 9);
    Random random = new Random(10);
    double[][] covariance = covariance(features, gaussian(random, 20_000, 3, 0));
    NullDistribution law = NullDistribution.of(60, 40, covariance);
    double sum = 0;
    double squares = 0;
    int beyond = 0;
    for (int draw = 0; draw < 300; draw++) {
      double value = estimate(features, gaussian(random, 60, 3, 0), gaussian(random, 40, 3, 0));
      sum += value;
      squares += value * value;
      beyond += law.tail(value) < 0.05 ? 1 : 0;
    }
    assertThat(sum / 300).isCloseTo(0, within(4 * law.deviation() / Math.sqrt(300)));
    assertThat(Math.sqrt(squares / 300) / law.deviation()).isBetween(0.8, 1.25);
    assertThat(beyond / 300.0).isBetween(0.005, 0.115);
  }

  @Test
  void nullDistribution_workedExample_equalsHandComputation() {
    // Σ = diag(.3, .1): tr Σ = .4, tr Σ² = .1, f = 1/10 + 1/40
    NullDistribution law = NullDistribution.of(10, 40, new double[][] {{.3, 0}, {0, .1}});
    assertThat(law.deviation()).isCloseTo(Math.sqrt(.2) * .125, within(1e-15));
    assertThat(law.degreesOfFreedom()).isCloseTo(1.6, within(1e-14));
    // scipy.stats.chi2.sf((0.05/.125 + .4) * .4/.1, 1.6)
    assertThat(law.tail(0.05)).isCloseTo(0.1452216419702366, within(1e-12));
    assertThat(law.tail(-1)).isEqualTo(1);
    assertThat(law.tail(Double.NaN)).isNaN();
    NullDistribution constant = NullDistribution.of(10, 40, new double[2][2]);
    assertThat(constant.deviation()).isZero();
    assertThat(constant.tail(0)).isNaN();
  }

  @Test
  void unbiasedSquared_edgeCases_areDefined() {
    RandomFourierFeatures features = RandomFourierFeatures.of(1, 8, 1, 3);
    double[] one = features.of(new double[] {1});
    double[] two = features.sum(new double[][] {{1}, {1}});
    assertThat(MaximumMeanDiscrepancy.unbiasedSquared(1, one, 2, two)).isNaN();
    assertThat(MaximumMeanDiscrepancy.unbiasedSquared(0, new double[16], 2, two)).isNaN();
    // Both sides hold one and the same vector.
    assertThat(MaximumMeanDiscrepancy.unbiasedSquared(2, two, 2, two)).isCloseTo(0, within(1e-8));
    // Vectors far apart on each side: two distances of about 1 within, and 2 s·t/nm = 2/4·‖s‖².
    double[] spread = features.sum(new double[][] {{0}, {100}});
    assertThat(MaximumMeanDiscrepancy.unbiasedSquared(2, spread, 2, spread))
        .isCloseTo(product(spread, spread) / 2 - 2, within(1e-8))
        .isNegative();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 5})
  void unbiasedSquared_notASumOfFeatures_throws(double entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MaximumMeanDiscrepancy.unbiasedSquared(
                    3, new double[] {entry, 0}, 3, new double[2]))
        .withMessageContaining("reference sum")
        .withMessageContaining("3 vectors");
  }

  @Test
  void unbiasedSquared_otherFeatures_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MaximumMeanDiscrepancy.unbiasedSquared(3, new double[2], 3, new double[4]))
        .withMessageContaining("2 features")
        .withMessageContaining("4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MaximumMeanDiscrepancy.unbiasedSquared(-1, new double[2], 3, new double[2]))
        .withMessageContaining("-1");
  }

  @Test
  void nullDistribution_impossible_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NullDistribution.of(0, 4, new double[][] {{1}}))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NullDistribution(.1, .4, .2))
        .withMessageContaining("0.4 and 0.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NullDistribution(.1, Double.NaN, .2))
        .withMessageContaining("NaN");
  }

  @Test
  void features_impossible_throw() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomFourierFeatures.of(0, 4, 1, 1))
        .withMessageContaining("dimension 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomFourierFeatures.of(2, 4, Double.NaN, 1))
        .withMessageContaining("bandwidth NaN");
    RandomFourierFeatures features = RandomFourierFeatures.of(2, 4, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> features.of(new double[] {1}))
        .withMessageContaining("1 dimensions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> features.of(new double[] {1, Double.NEGATIVE_INFINITY}))
        .withMessageContaining("-Infinity at 1");
  }

  @Test
  void medianDistance_workedExample_equalsHandComputation() {
    // Distances 3, 4, 5, and with a fourth point 1, sqrt(10), sqrt(17) too.
    double[][] triangle = {{0, 0}, {3, 0}, {0, 4}};
    assertThat(RandomFourierFeatures.medianDistance(triangle)).isEqualTo(4);
    double[][] four = {{0, 0}, {3, 0}, {0, 4}, {0, 1}};
    // 1, 3, 3, sqrt(10), 4, 5
    assertThat(RandomFourierFeatures.medianDistance(four))
        .isCloseTo((3 + Math.sqrt(10)) / 2, within(1e-15));
    assertThat(RandomFourierFeatures.medianDistance(new double[][] {{1}})).isNaN();
    assertThat(RandomFourierFeatures.medianDistance(new double[0][])).isNaN();
  }

  private static double estimate(RandomFourierFeatures features, double[][] x, double[][] y) {
    return MaximumMeanDiscrepancy.unbiasedSquared(
        x.length, features.sum(x), y.length, features.sum(y));
  }

  private static double exact(double[][] x, double[][] y) {
    return meanKernel(x, x, true) + meanKernel(y, y, true) - 2 * meanKernel(x, y, false);
  }

  private static double meanKernel(double[][] x, double[][] y, boolean apart) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        if (!apart || i != j) {
          sum += StrictMath.exp(-squaredDistance(x[i], y[j]) / (2 * BANDWIDTH * BANDWIDTH));
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double squaredDistance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return sum;
  }

  private static double[][] covariance(RandomFourierFeatures features, double[][] vectors) {
    int size = features.size();
    double[] sum = features.sum(vectors);
    double[][] matrix = new double[size][size];
    for (double[] vector : vectors) {
      double[] feature = features.of(vector);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] += feature[i] * feature[j] / vectors.length;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] -= sum[i] / vectors.length * (sum[j] / vectors.length);
      }
    }
    return matrix;
  }

  private static double[][] gaussian(Random random, int size, int dimensions, double mean) {
    double[][] vectors = new double[size][dimensions];
    for (double[] vector : vectors) {
      for (int i = 0; i < dimensions; i++) {
        vector[i] = mean + random.nextGaussian();
      }
    }
    return vectors;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
