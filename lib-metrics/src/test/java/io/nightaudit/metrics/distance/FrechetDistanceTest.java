package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
  private static final double[][] A = {{4, 1, .5}, {1, 3, .2}, {.5, .2, 2}};
  private static final double[][] B = {{1, .2, 0}, {.2, 2, .1}, {0, .1, .5}};

  @Test
  void squared_workedExamples_equalScipy() {
    // r = scipy.linalg.sqrtm(s1 @ s2); ((m1-m2)**2).sum() + np.trace(s1 + s2 - 2*r.real)
    assertThat(
            FrechetDistance.squared(
                new double[] {0, 1},
                new double[][] {{2, .5}, {.5, 1}},
                new double[] {1, -1},
                new double[][] {{1, -.3}, {-.3, 3}}))
        .isCloseTo(5.929311854967773, within(1e-13));
    assertThat(FrechetDistance.squared(new double[] {1, 2, 3}, A, new double[] {1.5, 1, 2.5}, B))
        .isCloseTo(3.147421654217491, within(1e-13));
  }

  @Test
  void squared_oneDimension_isMeanAndDeviationShift() {
    // (2 − 5)² + (√9 − √4)²
    assertThat(
            FrechetDistance.squared(
                new double[] {2}, new double[][] {{9}}, new double[] {5}, new double[][] {{4}}))
        .isCloseTo(10, within(1e-14));
  }

  @Test
  void squared_singularAndEqual_isDefined() {
    double[] zero = {0, 0};
    double[][] line = {{1, 1}, {1, 1}};
    double[][] none = {{0, 0}, {0, 0}};
    assertThat(FrechetDistance.squared(zero, line, zero, line)).isCloseTo(0, within(1e-14));
    assertThat(FrechetDistance.squared(zero, none, zero, none)).isZero();
    assertThat(FrechetDistance.squared(zero, line, zero, none)).isCloseTo(2, within(1e-14));
    // Orthogonal lines share nothing: tr Σ₁ + tr Σ₂.
    double[][] across = {{1, -1}, {-1, 1}};
    assertThat(FrechetDistance.squared(zero, line, zero, across)).isCloseTo(4, within(1e-7));
    assertThat(
            FrechetDistance.squared(new double[0], new double[0][], new double[0], new double[0][]))
        .isZero();
  }

  @Test
  void squared_notANumber_isNaN() {
    double[] zero = {0, 0};
    double[][] unit = {{1, 0}, {0, 1}};
    double[][] unknown = {{Double.NaN, Double.NaN}, {Double.NaN, Double.NaN}};
    assertThat(FrechetDistance.squared(zero, unit, zero, unknown)).isNaN();
    assertThat(FrechetDistance.squared(new double[] {0, Double.NaN}, unit, zero, unit)).isNaN();
    double[][] infinite = {{Double.POSITIVE_INFINITY, 0}, {0, 1}};
    assertThat(FrechetDistance.squared(zero, infinite, zero, unit)).isNaN();
  }

  @Test
  void squared_otherShape_throws() {
    double[] zero = {0, 0};
    double[][] unit = {{1, 0}, {0, 1}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrechetDistance.squared(zero, unit, new double[3], unit))
        .withMessageContaining("3 dimensions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrechetDistance.squared(zero, A, zero, unit))
        .withMessageContaining("reference covariance");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> FrechetDistance.squared(zero, unit, zero, new double[][] {{1, .5}, {.4, 1}}))
        .withMessageContaining("symmetric");
  }

  @Test
  void symmetricEigen_sixtyFourDimensions_rebuildsTheMatrix() {
    double[][] matrix = covariance(new Random(3), 64, 200);
    double[][] root = SymmetricEigen.of(matrix).squareRoot();
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 64; j++) {
        double product = 0;
        for (int k = 0; k < 64; k++) {
          product += root[i][k] * root[k][j];
        }
        assertThat(product).isCloseTo(matrix[i][j], within(1e-12));
      }
    }
    // np.linalg.eigvalsh([[2, 1], [1, 2]])
    double[] values = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}}).values();
    Arrays.sort(values);
    assertThat(values).containsExactly(new double[] {1, 3}, within(1e-15));
  }

  /** No change at all, and yet a distance that falls with n: the bias of the order of d/n. */
  @Test
  void squared_smallSamplesOfOneLaw_isBiasedUpward() {
    Random random = new Random(4);
    double[] zero = new double[8];
    double few = 0;
    double many = 0;
    for (int draw = 0; draw < 20; draw++) {
      few +=
          FrechetDistance.squared(zero, covariance(random, 8, 40), zero, covariance(random, 8, 40));
      many +=
          FrechetDistance.squared(
              zero, covariance(random, 8, 400), zero, covariance(random, 8, 400));
    }
    assertThat(few / many).isBetween(7.0, 14.0);
  }

  private static double[][] covariance(Random random, int dimensions, int rows) {
    double[][] matrix = new double[dimensions][dimensions];
    for (int row = 0; row < rows; row++) {
      double[] x = random.doubles(dimensions).map(u -> random.nextGaussian()).toArray();
      for (int i = 0; i < dimensions; i++) {
        for (int j = 0; j < dimensions; j++) {
          matrix[i][j] += x[i] * x[j] / rows;
        }
      }
    }
    return matrix;
  }
}
