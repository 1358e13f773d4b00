package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.summary.LogHistogram;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramBoundsTest {
  @Test
  void of_workedExample_equalsHandComputation() {
    // F = .5, 1 and G = .25, 1 at the upper edges; both bins 2 wide with the middle as value.
    HistogramBounds bounds =
        HistogramBounds.of(
            new double[] {0, 2},
            new double[] {1, 3},
            new double[] {2, 4},
            new long[] {1, 1},
            new long[] {1, 3});
    // max(F(2)-G(0), G(2)-F(0), F(4)-G(2), G(4)-F(2)) = max(.5, .25, .75, .5)
    assertThat(bounds.largestKolmogorovSmirnov()).isEqualTo(0.75);
    // (.75 + 1.25) * 2/2
    assertThat(bounds.wassersteinError()).isEqualTo(2);
  }

  @Test
  void of_binsOfOneNumber_areExact() {
    double[] values = {0, 1, 2};
    HistogramBounds bounds =
        HistogramBounds.of(values, values, values, new long[] {3, 1, 1}, new long[] {1, 1, 3});
    assertThat(bounds.largestKolmogorovSmirnov()).isCloseTo(0.4, within(1e-15));
    assertThat(bounds.wassersteinError()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void of_histograms_boundTheDistancesOfTheValues(long seed) {
    Random random = new Random(seed);
    double[] x = values(random, 3_000, 5);
    double[] y = values(random, 2_000, 5.1);
    TiedCounts exact = TiedCounts.of(x, y);
    LogHistogram reference = histogram(x);
    LogHistogram current = histogram(y);
    HistogramBounds bounds = HistogramBounds.of(reference, current);
    double largest = OrderedDistance.KOLMOGOROV_SMIRNOV.between(exact);
    // About the share of the largest bucket above the distance, as few numbers are exact.
    assertThat(bounds.largestKolmogorovSmirnov()).isBetween(largest, largest + 0.02);
    long[][] counts = LogHistogram.align(reference, current);
    double binned =
        OrderedDistance.WASSERSTEIN.between(
            LogHistogram.alignedValues(reference, current), counts[0], counts[1]);
    double distance = OrderedDistance.WASSERSTEIN.between(exact);
    assertThat(Math.abs(binned - distance)).isLessThanOrEqualTo(bounds.wassersteinError());
    // Half of 2 % of the mean of both sides together, about.
    assertThat(bounds.wassersteinError())
        .isLessThan(0.0101 * (reference.mean() + current.mean()) + 1e-9);
  }

  @Test
  void of_negativeAndZeroValues_boundToo() {
    double[] x = {-1000, -500.5, 0, 0, 3, 812};
    double[] y = {-990, -501.25, 0, 2, 3, 900};
    HistogramBounds bounds = HistogramBounds.of(histogram(x), histogram(y));
    TiedCounts exact = TiedCounts.of(x, y);
    assertThat(bounds.largestKolmogorovSmirnov())
        .isGreaterThanOrEqualTo(OrderedDistance.KOLMOGOROV_SMIRNOV.between(exact));
    assertThat(bounds.wassersteinError()).isPositive().isLessThan(20);
  }

  @Test
  void of_oneSideEmpty_isNaN() {
    HistogramBounds bounds =
        HistogramBounds.of(LogHistogram.empty(2), histogram(new double[] {1, 5}));
    assertThat(bounds.largestKolmogorovSmirnov()).isNaN();
    assertThat(bounds.wassersteinError()).isNaN();
    assertThat(HistogramBounds.of(LogHistogram.empty(2), LogHistogram.empty(2)).wassersteinError())
        .isNaN();
  }

  @Test
  void of_edgesOutOfOrder_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                HistogramBounds.of(
                    new double[] {0, 1},
                    new double[] {1, 2},
                    new double[] {2, 3},
                    new long[2],
                    new long[2]))
        .withMessageContaining("bin 1")
        .withMessageContaining("ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                HistogramBounds.of(
                    new double[] {0},
                    new double[] {Double.NaN},
                    new double[] {2},
                    new long[1],
                    new long[1]))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                HistogramBounds.of(
                    new double[2], new double[1], new double[1], new long[1], new long[1]))
        .withMessageContaining("2 lower edges");
  }

  private static double[] values(Random random, int size, double mean) {
    // Kept to two decimals, so that the histogram keeps the values themselves.
    return random
        .doubles(size)
        .map(u -> Math.rint(100 * StrictMath.exp(mean + 1.1 * random.nextGaussian())) / 100)
        .toArray();
  }

  private static LogHistogram histogram(double[] values) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(2);
    Arrays.stream(values).forEach(accumulator::add);
    return accumulator.build();
  }
}
