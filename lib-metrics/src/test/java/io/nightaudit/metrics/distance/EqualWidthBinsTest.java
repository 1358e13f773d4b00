package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edges and counts against numpy.histogram_bin_edges and numpy.histogram, NumPy 2.4. */
class EqualWidthBinsTest {
  @Test
  void sturges_samples_equalNumpy() {
    // a = np.array([1., 2, 3, 4, 100]); e = np.histogram_bin_edges(a, 'sturges')
    double[] outlier = {1, 2, 3, 4, 100};
    check(EqualWidthBins.sturges(outlier, 0), outlier, 25.75, 4, 0, 0, 1);
    // a = 0.1 * np.arange(64): log2(64) + 1 is 7 exactly
    double[] even = IntStream.range(0, 64).mapToDouble(i -> 0.1 * i).toArray();
    check(EqualWidthBins.sturges(even, 0), even, 0.9000000000000001, 10, 9, 8, 10, 9, 8, 10);
    // a = 0.5 * np.arange(40)**3
    double[] skewed = IntStream.range(0, 40).mapToDouble(i -> 0.5 * i * i * i).toArray();
    check(EqualWidthBins.sturges(skewed, 0), skewed, 4237.071428571428, 21, 5, 4, 3, 2, 3, 2);
  }

  @Test
  void doane_samples_equalNumpy() {
    double[] outlier = {1, 2, 3, 4, 100};
    check(EqualWidthBins.doane(outlier, 0), outlier, 17.5, 4, 0, 0, 0, 0, 1);
    double[] skewed = IntStream.range(0, 40).mapToDouble(i -> 0.5 * i * i * i).toArray();
    check(EqualWidthBins.doane(skewed, 0), skewed, 3295.5, 19, 5, 4, 2, 3, 2, 1, 2, 2);
    // One value, and too few for a skewness: one bin.
    double[] constant = {5, 5, 5};
    check(EqualWidthBins.doane(constant, 0), constant, 5.5, 3);
    double[] two = {1, 2};
    check(EqualWidthBins.doane(two, 0), two, 2, 2);
  }

  @Test
  void sturges_integers_areAtLeastOneWide() {
    // np.histogram_bin_edges(np.arange(3_000_000) % 22, 'sturges'): 21 bins, 23 of floats
    double[] sample = IntStream.range(0, 3_000_000).mapToDouble(i -> i % 22).toArray();
    assertThat(EqualWidthBins.sturges(sample, 1).size()).isEqualTo(21);
    assertThat(EqualWidthBins.sturges(sample, 0).size()).isEqualTo(23);
  }

  @Test
  void count_edges_belongToTheUpperBinButTheLast() {
    // np.histogram([1, 2, 1, 4, 4, 0, 5, 2.9999], [1, 2, 3, 4])[0]
    EqualWidthBins bins = EqualWidthBins.of(new double[] {1, 4}, 3);
    assertThat(bins.edges()).containsExactly(1, 2, 3, 4);
    assertThat(bins.count(new double[] {1, 2, 1, 4, 4, 0, 5, 2.9999})).containsExactly(2, 2, 2);
    // -0.0 is 0.0.
    assertThat(EqualWidthBins.of(new double[] {-1, 1}, 2).count(new double[] {-0.0}))
        .containsExactly(0, 1);
  }

  @Test
  void of_rangeThatDoublesCannotCut_throws() {
    double least = 1e16;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EqualWidthBins.of(new double[] {least, Math.nextUp(least)}, 8))
        .withMessageContaining("8 bins")
        .withMessageContaining("narrower");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> EqualWidthBins.sturges(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 0))
        .withMessageContaining("not finite");
  }

  private static void check(
      EqualWidthBins bins, double[] sample, double secondEdge, long... counts) {
    assertThat(bins.count(sample)).containsExactly(counts);
    assertThat(bins.edges()[1]).isCloseTo(secondEdge, within(1e-12 * Math.abs(secondEdge)));
  }
}
