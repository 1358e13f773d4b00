package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingMomentsTest {

  private static EmbeddingMoments of(double[]... vectors) {
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(vectors[0].length);
    Arrays.stream(vectors).map(EmbeddingMoments::unitsOf).forEach(accumulator::add);
    return accumulator.build();
  }

  @Test
  void moments_dyadicComponents_equalNumpy() {
    double[][] x = {{1, 0, 0}, {0, .5, -.5}, {-.25, .75, .5}, {.125, -.625, .25}};
    EmbeddingMoments moments = of(x);
    // numpy.mean(x, axis=0); these components are kept exactly
    assertThat(moments.mean()).containsExactly(0.21875, 0.15625, 0.0625);
    assertThat(moments.sums()).containsExactly(0.875, 0.625, 0.25);
    // (x ** 2).sum()
    assertThat(moments.squaredLengths()).isEqualTo(2.84375);
    // numpy.cov(x.T)
    double[][] covariance = {
      {0.29557291666666663, -0.13411458333333331, -0.049479166666666664},
      {-0.13411458333333331, 0.3684895833333333, -0.0234375},
      {-0.049479166666666664, -0.0234375, 0.18229166666666666}
    };
    for (int i = 0; i < 3; i++) {
      assertThat(moments.covariance()[i]).containsExactly(covariance[i], within(1e-16));
    }
  }

  /** Rounding to 2^-15 moves a mean by half of that at most, and an entry of the matrix little. */
  @Test
  void moments_unitVectors_areOffByLessThanTheirUnit() {
    double[][] vectors = unitVectors(2_000, 64);
    EmbeddingMoments moments = of(vectors);
    for (int i = 0; i < 64; i++) {
      double sum = 0;
      double products = 0;
      double other = 0;
      for (double[] vector : vectors) {
        sum += vector[i];
        other += vector[63 - i];
        products += vector[i] * vector[63 - i];
      }
      double covariance = (products - sum * other / 2_000) / 1_999;
      assertThat(moments.mean()[i]).isCloseTo(sum / 2_000, within(0x1p-16));
      assertThat(moments.covariance()[i][63 - i]).isCloseTo(covariance, within(1e-6));
    }
    assertThat(moments.squaredLengths() / 2_000).isCloseTo(1, within(1e-5));
    // 64 dimensions are 2,144 sums: 2,000 texts take about 9.4 kB.
    assertThat(moments.toBytes().length).isBetween(8_000, 11_000);
  }

  private static double[][] unitVectors(int size, int dimensions) {
    Random random = new Random(4);
    double[][] vectors = new double[size][dimensions];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, i -> random.nextGaussian() + (i == 3 ? 2 : 0));
      double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
      Arrays.setAll(vector, i -> vector[i] / length);
    }
    return vectors;
  }

  @Test
  void moments_fewVectors_areNaN() {
    EmbeddingMoments empty = EmbeddingMoments.empty(2);
    assertThat(empty.mean()).containsExactly(Double.NaN, Double.NaN);
    assertThat(empty.covariance()[1]).containsExactly(Double.NaN, Double.NaN);
    assertThat(empty.sums()).containsExactly(0, 0);
    assertThat(empty.squaredLengths()).isZero();
    EmbeddingMoments one = of(new double[] {0.5, -1});
    assertThat(one.mean()).containsExactly(0.5, -1);
    assertThat(one.covariance()[0]).containsExactly(Double.NaN, Double.NaN);
    assertThat(one.plus(one).covariance()).isDeepEqualTo(new double[2][2]);
  }

  @Test
  void unitsOf_components_roundHalfEven() {
    assertThat(EmbeddingMoments.unitsOf(1, -1, -0.0, 0.5 / 32_768, 1.5 / 32_768, 1e-300))
        .containsExactly(32_768, -32_768, 0, 0, 2, 0);
    // The length of a vector in floats may exceed 1 by its last digit.
    assertThat(EmbeddingMoments.unitsOf(Math.nextUp(1f))).containsExactly(32_768);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {1.0001, -1.0001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void unitsOf_notWithinOne_throws(double component) {
    assertThatThrownBy(() -> EmbeddingMoments.unitsOf(0, component))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("-1 to 1", String.valueOf(component), "length 1");
  }

  @Test
  void add_refusedVector_changesNothing() {
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(2);
    assertThatThrownBy(() -> accumulator.add(1)).hasMessageContaining("2 components, but has 1");
    assertThatThrownBy(() -> accumulator.add(7, 32_769)).hasMessageContaining("32769");
    assertThatThrownBy(() -> accumulator.add(7, Integer.MIN_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(accumulator.build()).isEqualTo(EmbeddingMoments.empty(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 513, Integer.MAX_VALUE})
  void accumulator_dimensionsOutOfRange_throws(int dimensions) {
    assertThatThrownBy(() -> new EmbeddingMoments.Accumulator(dimensions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("1 to 512", String.valueOf(dimensions));
  }

  /** 2^33 - 1 vectors of the largest components are the most: then no sum is beyond 2^63. */
  @Test
  void plus_largestSums_areExactUntilTheCountEnds() {
    EmbeddingMoments sum = of(new double[] {1, -1});
    EmbeddingMoments all = EmbeddingMoments.empty(2);
    for (int bit = 0; bit < 33; bit++) {
      all = all.plus(sum);
      sum = bit < 32 ? sum.plus(sum) : sum;
    }
    EmbeddingMoments full = all;
    assertThat(full.count()).isEqualTo((1L << 33) - 1);
    assertThat(full.mean()).containsExactly(1, -1);
    assertThat(full.covariance()).isDeepEqualTo(new double[2][2]);
    assertThat(full.squaredLengths()).isEqualTo(2.0 * full.count());
    assertThat(Summary.fromBytes(full.toBytes())).isEqualTo(full);
    assertThatThrownBy(() -> full.plus(of(new double[] {0, 0})))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContainingAll("8589934591", "fewer texts");
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(2);
    accumulator.add(full);
    assertThatThrownBy(() -> accumulator.add(0, 0)).hasMessageContaining("8589934591");
    assertThat(accumulator.build()).isEqualTo(full);
  }

  @Test
  void minus_vectorNeverAdded_throws() {
    EmbeddingMoments two = of(new double[] {0.5, 0.5}, new double[] {0.25, 0});
    assertThatThrownBy(() -> two.minus(of(new double[] {1, 0}))).hasMessageContaining("sums");
    assertThatThrownBy(() -> two.minus(of(new double[] {0.5, 0.4}))).hasMessageContaining("sums");
    assertThat(two.minus(of(new double[] {0.25, 0}))).isEqualTo(of(new double[] {0.5, 0.5}));
  }
}
