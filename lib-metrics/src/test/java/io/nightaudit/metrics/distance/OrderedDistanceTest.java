package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderedDistanceTest {
  private static final long[] P = {10, 20, 40, 20, 10};
  private static final long[] Q = {5, 15, 35, 25, 20};
  private static final double[] X = Samples.X;
  private static final double[] Y = Samples.Y;

  @ParameterizedTest
  @CsvSource({
    // abs(cumsum(p)-cumsum(q)).max()
    "KOLMOGOROV_SMIRNOV, ex.KS binned, 0.15",
    // scipy.stats.wasserstein_distance(range(5), range(5), p, q)
    "WASSERSTEIN, ex.W1 at 0..4, 0.4",
    // scipy.stats.energy_distance(range(5), range(5), p, q)
    "ENERGY, 'ex.energy (scipy, sqrt(2*int))', 0.3"
  })
  void between_workedExample_equalsReference(
      OrderedDistance distance, String key, double expected) {
    double[] values = {0, 1, 2, 3, 4};
    assertThat(distance.between(values, P, Q)).isCloseTo(expected, within(1e-14));
    assertThat(distance.between(values, Q, P)).isCloseTo(expected, within(1e-14));
    assertThat(distance.between(values, P, P)).isZero();
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(distance.between(values, P, Q))
        .isCloseTo(reference.get(key).asDouble(), within(1e-14));
  }

  @Test
  void between_samples_equalsScipy() {
    // scipy.stats.ks_2samp(x, y).statistic
    assertThat(of(OrderedDistance.KOLMOGOROV_SMIRNOV, X, Y)).isCloseTo(0.625, within(1e-14));
    // scipy.stats.wasserstein_distance(x, y)
    assertThat(of(OrderedDistance.WASSERSTEIN, X, Y)).isCloseTo(4.1625, within(1e-12));
    // scipy.stats.energy_distance(x, x+5)
    double[] shifted = Arrays.stream(X).map(x -> x + 5).toArray();
    assertThat(of(OrderedDistance.ENERGY, X, shifted)).isCloseTo(1.9332614929181204, within(1e-12));
    // scipy.stats.wasserstein_distance([0,1,3],[5,6,8]), ([0,1],[0,1],[3,1],[2,2])
    assertThat(of(OrderedDistance.WASSERSTEIN, new double[] {0, 1, 3}, new double[] {5, 6, 8}))
        .isCloseTo(5, within(1e-14));
    assertThat(
            OrderedDistance.WASSERSTEIN.between(
                new double[] {0, 1}, new long[] {3, 1}, new long[] {2, 2}))
        .isCloseTo(0.25, within(1e-15));
    // scipy.stats.energy_distance([0],[2])
    assertThat(of(OrderedDistance.ENERGY, new double[] {0}, new double[] {2}))
        .isCloseTo(2, within(1e-14));
    // z = np.unique(np.r_[x, y]); d = np.searchsorted(x, z, 'right')/8 - np.searchsorted(y, z,
    // 'right')/8; d.max() - d.min()
    assertThat(of(OrderedDistance.KUIPER, X, Y)).isCloseTo(0.75, within(1e-14));
    assertThat(of(OrderedDistance.KUIPER, Samples.NORMAL_REFERENCE, Samples.NORMAL_CURRENT))
        .isCloseTo(0.08583333333333336, within(1e-14));
  }

  @Test
  void between_weightedExamples_equalScipyDocumentation() {
    // scipy.stats.wasserstein_distance([3.4, 3.9, 7.5, 7.8], [4.5, 1.4],
    //     [1.4, 0.9, 3.1, 7.2], [3.2, 3.5]), weights as tenths that divide alike
    double[] values = {1.4, 3.4, 3.9, 4.5, 7.5, 7.8};
    assertThat(
            OrderedDistance.WASSERSTEIN.between(
                values, new long[] {0, 14, 9, 0, 31, 72}, new long[] {35, 0, 0, 32, 0, 0}))
        .isCloseTo(4.078133143804785, within(1e-14));
    // scipy.stats.energy_distance([0.7, 7.4, 2.4, 6.8], [1.4, 8. ],
    //     [2.1, 4.2, 7.4, 8. ], [7.6, 8.8])
    assertThat(
            OrderedDistance.ENERGY.between(
                new double[] {0.7, 1.4, 2.4, 6.8, 7.4, 8},
                new long[] {21, 0, 74, 80, 42, 0},
                new long[] {0, 76, 0, 0, 0, 88}))
        .isCloseTo(0.88003340976158217, within(1e-14));
    // scipy.stats.energy_distance([0, 8], [0, 8], [3, 1], [2, 2])
    assertThat(
            OrderedDistance.ENERGY.between(
                new double[] {0, 8}, new long[] {3, 1}, new long[] {2, 2}))
        .isCloseTo(1, within(1e-14));
  }

  @Test
  void between_answerLengths_equalsPublishedComparison() {
    // scipy.stats.ks_2samp(x, y).statistic, wasserstein_distance(x, y), energy_distance(x, y)
    double[] march = Samples.LENGTHS_OF_MARCH;
    double[] june = Samples.LENGTHS_OF_JUNE;
    assertThat(of(OrderedDistance.KOLMOGOROV_SMIRNOV, march, june)).isCloseTo(0.18, within(1e-14));
    assertThat(of(OrderedDistance.WASSERSTEIN, march, june)).isCloseTo(96.42, within(1e-11));
    assertThat(of(OrderedDistance.ENERGY, march, june))
        .isCloseTo(3.7007026359868487, within(1e-12));
  }

  @Test
  void between_oneLawManyTies_walksThemTogether() {
    // Two all-zero samples of 200,000 and 500: no distance, whatever the sizes.
    assertThat(
            OrderedDistance.KOLMOGOROV_SMIRNOV.between(
                new double[] {0}, new long[] {200_000}, new long[] {500}))
        .isZero();
  }

  @Test
  void wassersteinNormed_workedExample_dividesByDeviationOfReference() {
    // p has the population variance 0.1*4+0.2*1+0.2*1+0.1*4 = 1.2
    double[] values = {0, 1, 2, 3, 4};
    assertThat(OrderedDistance.wassersteinNormed(values, P, Q))
        .isCloseTo(0.4 / Math.sqrt(1.2), within(1e-14));
    assertThat(
            OrderedDistance.wassersteinNormed(
                new double[] {1, 2}, new long[] {5, 0}, new long[] {1, 1}))
        .isNaN();
    assertThat(OrderedDistance.wassersteinNormed(TiedCounts.of(new double[0], X))).isNaN();
  }

  @ParameterizedTest
  @EnumSource(OrderedDistance.class)
  void between_edgeCases_areDefined(OrderedDistance distance) {
    assertThat(distance.between(new double[] {1}, new long[] {0}, new long[] {3})).isNaN();
    assertThat(distance.between(new double[0], new long[0], new long[0])).isNaN();
    assertThat(distance.between(new double[] {1}, new long[] {2}, new long[] {3})).isZero();
    // A value that repeats is one value.
    assertThat(distance.between(new double[] {1, 1, 2}, new long[] {5, 0, 5}, new long[] {0, 5, 5}))
        .isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> distance.between(new double[] {2, 1}, new long[2], new long[2]))
        .withMessageContaining("ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> distance.between(new double[] {Double.NaN}, new long[1], new long[1]))
        .withMessageContaining("NaN");
  }

  @Test
  void between_rangeBeyondDouble_isInfiniteOnlyWhereSharesDiffer() {
    double[] ends = {-Double.MAX_VALUE, Double.MAX_VALUE};
    assertThat(OrderedDistance.WASSERSTEIN.between(ends, new long[] {1, 1}, new long[] {2, 2}))
        .isZero();
    assertThat(OrderedDistance.WASSERSTEIN.between(ends, new long[] {1, 1}, new long[] {1, 2}))
        .isInfinite();
    assertThat(OrderedDistance.KUIPER.between(ends, new long[] {1, 0}, new long[] {0, 1}))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(OrderedDistance.class)
  void noiseFloor_edgeCases_areDefined(OrderedDistance distance) {
    assertThat(distance.noiseFloor(TiedCounts.of(X, new double[0]))).isNaN();
    TiedCounts constant = TiedCounts.of(new double[] {7, 7}, new double[] {7, 7});
    assertThat(distance.noiseFloor(constant)).isGreaterThanOrEqualTo(0);
    assertThat(OrderedDistance.WASSERSTEIN.noiseFloor(constant)).isZero();
  }

  @Test
  void noiseFloor_kolmogorovSmirnov_hasClosedForm() {
    // sqrt(pi/2)*log(2) = 0.8687311606361592; f = 1/8 + 1/8
    assertThat(OrderedDistance.KOLMOGOROV_SMIRNOV.noiseFloor(TiedCounts.of(X, Y)))
        .isCloseTo(0.8687311606361592 * 0.5, within(1e-15));
  }

  /**
   * Mean over draws without change, of normal values, over the floor. From 20,000 draws: KS .992, V
   * .984, W1 1.006, energy .944 (each ± .003; the supremum over few values lies below its limit,
   * and the floor of the energy distance is the root of a mean square). The standard deviation of
   * one draw is .31, .22, .35 and .37 of its mean, so four standard errors of 400 draws are .06,
   * .045, .07 and .07.
   */
  @ParameterizedTest
  @CsvSource({
    "KOLMOGOROV_SMIRNOV, 0.93, 1.05",
    "KUIPER, 0.94, 1.03",
    "WASSERSTEIN, 0.935, 1.075",
    "ENERGY, 0.87, 1.02"
  })
  void noiseFloor_noChange_isMeanDistance(OrderedDistance distance, double low, double high) {
    Random random = new Random(77);
    double sum = 0;
    double floors = 0;
    for (int draw = 0; draw < 400; draw++) {
      TiedCounts counts =
          TiedCounts.of(
              random.doubles(1_000).map(u -> random.nextGaussian()).toArray(),
              random.doubles(700).map(u -> random.nextGaussian()).toArray());
      sum += distance.between(counts);
      floors += distance.noiseFloor(counts);
    }
    assertThat(sum / floors).isBetween(low, high);
  }

  private static double of(OrderedDistance distance, double[] x, double[] y) {
    return distance.between(TiedCounts.of(x, y));
  }

  @Test
  void wassersteinNormed_extremeUnits_doNotChangeTheResult() {
    // scipy.stats.wasserstein_distance([1, 2], [2, 3]) / numpy.std([1, 2])
    for (double unit : new double[] {0x1p-1000, 1, 0x1p1000}) {
      double[] values = {unit, 2 * unit, 3 * unit};
      assertThat(
              OrderedDistance.wassersteinNormed(values, new long[] {1, 1, 0}, new long[] {0, 1, 1}))
          .isEqualTo(2);
    }
  }
}
