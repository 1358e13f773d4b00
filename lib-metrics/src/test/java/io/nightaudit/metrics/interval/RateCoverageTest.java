package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the intervals of rates hold the true rate, added up over all possible samples: exact,
 * so without an error of its own.
 */
class RateCoverageTest {

  /** Two sizes of samples and how a method makes an interval of two counts. */
  interface OfTwoRates {
    Interval of(long s1, long n1, long s0, long n0, double confidence);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 57, 100})
  void clopperPearson_anyRate_neverCoversLessThanStated(int trials) {
    for (double confidence : new double[] {0.8, 0.95, 0.99}) {
      assertThat(lowest(coverage(BinomialInterval.CLOPPER_PEARSON, trials, confidence)))
          .isGreaterThanOrEqualTo(confidence);
    }
  }

  // mean and minimum of the coverage over rates .001, .002, ..., .999 at 95 %
  @ParameterizedTest
  @CsvSource({
    "WILSON, 20, 0.9532, 0.8516",
    "WILSON, 100, 0.9510, 0.9048",
    "JEFFREYS, 20, 0.9510, 0.8937",
    "JEFFREYS, 100, 0.9498, 0.8806",
    "AGRESTI_COULL, 20, 0.9618, 0.9292",
    "CLOPPER_PEARSON, 20, 0.9770, 0.9581",
    "CLOPPER_PEARSON, 100, 0.9644, 0.9504",
    "WALD, 20, 0.8467, 0.0198",
    "WALD, 100, 0.9231, 0.0952"
  })
  void rate_allRates_coversAsDocumented(
      BinomialInterval kind, int trials, double mean, double lowest) {
    double[] coverage = coverage(kind, trials, 0.95);
    assertThat(mean(coverage)).isCloseTo(mean, within(6e-5));
    assertThat(lowest(coverage)).isCloseTo(lowest, within(6e-5));
  }

  @Test
  void wald_fewTrialsRareEvent_coversAsItsDocumentationWarns() {
    assertThat(coverage(BinomialInterval.WALD, 20, 0.05, 0.95)).isCloseTo(0.64, within(0.005));
  }

  // mean and minimum over pairs of rates .025, .075, ..., .975 at 95 %
  @Test
  void difference_allRates_coversAsDocumented() {
    assertDifference(DifferenceOfRates::newcombe, 0.9518, 0.8899);
    assertDifference(DifferenceOfRates::score, 0.9532, 0.9391);
    assertDifference(DifferenceOfRates::wald, 0.9279, 0.7165);
  }

  @Test
  void ratio_allRates_coversAsDocumented() {
    assertRatio(RatioOfRates::score, 0.9531, 0.9118);
    assertRatio(RatioOfRates::log, 0.9566, 0.7882);
  }

  private static void assertDifference(OfTwoRates method, double mean, double lowest) {
    double[] coverage = coverage(method, 20, 30, true);
    assertThat(mean(coverage)).isCloseTo(mean, within(6e-5));
    assertThat(lowest(coverage)).isCloseTo(lowest, within(6e-5));
  }

  private static void assertRatio(OfTwoRates method, double mean, double lowest) {
    double[] coverage = coverage(method, 20, 30, false);
    assertThat(mean(coverage)).isCloseTo(mean, within(6e-5));
    assertThat(lowest(coverage)).isCloseTo(lowest, within(6e-5));
  }

  static double[] coverage(BinomialInterval kind, int trials, double confidence) {
    Interval[] intervals = intervals(kind, trials, confidence);
    return IntStream.rangeClosed(1, 999)
        .mapToDouble(i -> coverage(intervals, i / 1000.0))
        .toArray();
  }

  static double coverage(BinomialInterval kind, int trials, double rate, double confidence) {
    return coverage(intervals(kind, trials, confidence), rate);
  }

  private static Interval[] intervals(BinomialInterval kind, int trials, double confidence) {
    return IntStream.rangeClosed(0, trials)
        .mapToObj(x -> kind.of(x, trials, confidence))
        .toArray(Interval[]::new);
  }

  private static double coverage(Interval[] intervals, double rate) {
    BinomialDistribution counts = BinomialDistribution.of(intervals.length - 1, rate);
    return IntStream.range(0, intervals.length)
        .filter(x -> intervals[x].contains(rate))
        .mapToDouble(counts::probability)
        .sum();
  }

  static double[] coverage(OfTwoRates method, int n1, int n0, boolean difference) {
    Interval[][] intervals = new Interval[n1 + 1][n0 + 1];
    for (int s1 = 0; s1 <= n1; s1++) {
      for (int s0 = 0; s0 <= n0; s0++) {
        intervals[s1][s0] = method.of(s1, n1, s0, n0, 0.95);
      }
    }
    return IntStream.range(0, 400)
        .mapToDouble(
            i -> {
              double p1 = 0.025 + 0.05 * (i / 20);
              double p0 = 0.025 + 0.05 * (i % 20);
              return coverage(intervals, p1, p0, difference ? p1 - p0 : p1 / p0);
            })
        .toArray();
  }

  private static double coverage(Interval[][] intervals, double p1, double p0, double truth) {
    BinomialDistribution current = BinomialDistribution.of(intervals.length - 1, p1);
    BinomialDistribution reference = BinomialDistribution.of(intervals[0].length - 1, p0);
    double covered = 0;
    for (int s1 = 0; s1 < intervals.length; s1++) {
      double row = 0;
      for (int s0 = 0; s0 < intervals[s1].length; s0++) {
        row += intervals[s1][s0].contains(truth) ? reference.probability(s0) : 0;
      }
      covered += current.probability(s1) * row;
    }
    return covered;
  }

  static double mean(double[] coverage) {
    return DoubleStream.of(coverage).average().orElseThrow();
  }

  static double lowest(double[] coverage) {
    return DoubleStream.of(coverage).min().orElseThrow();
  }
}
