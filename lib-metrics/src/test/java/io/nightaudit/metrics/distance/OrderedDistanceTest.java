package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderedDistanceTest {
  private static final long[] P = {10, 20, 40, 20, 10};
  private static final long[] Q = {5, 15, 35, 25, 20};
  private static final double[] X = {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0};
  private static final double[] Y = {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8};

  @ParameterizedTest
  @CsvSource({
    // abs(cumsum(p)-cumsum(q)).max()
    "KOLMOGOROV_SMIRNOV, 0.15",
    // scipy.stats.wasserstein_distance(range(5), range(5), p, q)
    "WASSERSTEIN, 0.4",
    // scipy.stats.energy_distance(range(5), range(5), p, q)
    "ENERGY, 0.3"
  })
  void between_workedExample_equalsReference(OrderedDistance distance, double expected) {
    double[] values = {0, 1, 2, 3, 4};
    assertThat(distance.between(values, P, Q)).isCloseTo(expected, within(1e-14));
    assertThat(distance.between(values, Q, P)).isCloseTo(expected, within(1e-14));
    assertThat(distance.between(values, P, P)).isZero();
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

  private static double of(OrderedDistance distance, double[] x, double[] y) {
    double[] values = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).sorted().toArray();
    values = Arrays.stream(values).distinct().toArray();
    return distance.between(values, counts(values, x), counts(values, y));
  }

  private static long[] counts(double[] values, double[] sample) {
    long[] counts = new long[values.length];
    for (double x : sample) {
      counts[Arrays.binarySearch(values, x)]++;
    }
    return counts;
  }
}
