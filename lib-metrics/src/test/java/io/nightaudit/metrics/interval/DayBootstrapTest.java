package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayBootstrapTest {
  private static final double[] DAYS = {
    12.1, 11.4, 13.0, 12.7, 15.9, 11.8, 12.2, 12.9, 14.1, 11.1, 12.5, 20.3, 12.0, 13.3
  };
  private static final DayBootstrap THOUSAND =
      DayBootstrap.withDefaults().withReplicates(1000).withSeed(42);

  @Test
  void splitMix64_published_equalsReference() {
    // rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64, seed 1234567
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(Long.toUnsignedString(random.next())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.next())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
  }

  @Test
  void below_manyDraws_areUniform() {
    SplitMix64 random = new SplitMix64(3);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.below(7)]++;
    }
    // Binomial SD 92.6; 5 SD either way is left by one seed in 250,000, and this one is fixed.
    for (int count : counts) {
      assertThat(count).isBetween(10_000 - 463, 10_000 + 463);
    }
  }

  // The same draws in Python (SplitMix64(42), days[(u >> 1) * 14 >> 63]) as
  // bootstrap_distribution of scipy.stats._resampling.BootstrapResult, then scipy.stats.bootstrap(
  // (days,), statistic, n_resamples=0, bootstrap_result=..., method=..., vectorized=False)
  @ParameterizedTest
  @CsvSource({
    "mean, PERCENTILE, 12.271428571428572, 14.543035714285715, 0.5988935512088585",
    "mean, BASIC, 11.928392857142857, 14.2, 0.5988935512088585",
    "mean, BCA, 12.44592869046532, 15.091915613820662, 0.5988935512088585",
    "median, PERCENTILE, 12.05, 13.3, 0.34598512353236494",
    "median, BASIC, 11.899999999999999, 13.149999999999999, 0.34598512353236494",
    "median, BCA, 12.05, 13.3, 0.34598512353236494",
    "maximum, PERCENTILE, 13.3, 20.3, 2.5154545337794345",
    "maximum, BASIC, 20.3, 27.3, 2.5154545337794345",
    "maximum, BCA, 15.899999999999999, 20.3, 2.5154545337794345"
  })
  void of_sameDraws_equalsScipy(
      String statistic, BootstrapMethod method, double low, double high, double deviation) {
    DayBootstrap.Result result = THOUSAND.withMethod(method).of(DAYS, statistic(statistic), 0.95);
    assertThat(result.interval().low()).isCloseTo(low, within(1e-9));
    assertThat(result.interval().high()).isCloseTo(high, within(1e-9));
    assertThat(result.standardDeviation()).isCloseTo(deviation, within(1e-12));
  }

  @Test
  void of_blocks_equalsNumpy() {
    // the same with days [(start + k) % 14 for k in range(3)]; numpy.percentile(d, [2.5, 97.5]),
    // d.std(ddof=1)
    DayBootstrap blocks = THOUSAND.withMethod(BootstrapMethod.PERCENTILE).withBlockLength(3);
    DayBootstrap.Result result = blocks.of(DAYS, DayBootstrapTest::mean, 0.95);
    assertThat(result.interval().low()).isCloseTo(12.392857142857142, within(1e-12));
    assertThat(result.interval().high()).isCloseTo(14.33589285714286, within(1e-12));
    assertThat(result.standardDeviation()).isCloseTo(0.49743737464810495, within(1e-12));
  }

  @Test
  void of_sameSeed_givesSameBits() {
    DayBootstrap.Result first = THOUSAND.of(DAYS, DayBootstrapTest::mean, 0.95);
    assertThat(THOUSAND.of(DAYS, DayBootstrapTest::mean, 0.95)).isEqualTo(first);
    assertThat(first.estimate()).isEqualTo(mean(DAYS));
    DayBootstrap.Result other = THOUSAND.withSeed(43).of(DAYS, DayBootstrapTest::mean, 0.95);
    assertThat(other.interval()).isNotEqualTo(first.interval());
    // Two seeds differ by Monte-Carlo error only: SD of an SD is SD/sqrt(2B) = 2 %, of two 3 %.
    assertThat(other.standardDeviation() / first.standardDeviation()).isCloseTo(1, within(0.15));
  }

  @Test
  void ofIndices_pairedDays_keepsPairsTogether() {
    double[] cost = {10, 20, 30, 40};
    double[] accepted = {5, 10, 15, 20};
    DayBootstrap.Result result =
        THOUSAND.ofIndices(
            4,
            days ->
                IntStream.of(days).mapToDouble(i -> cost[i]).sum()
                    / IntStream.of(days).mapToDouble(i -> accepted[i]).sum(),
            0.95);
    assertThat(result).isEqualTo(new DayBootstrap.Result(2, 0, new Interval(2, 2, 0.95)));
  }

  @Test
  void of_deviation_equalsExact() {
    // SD of the mean of days drawn with replacement: sqrt(sum of squares / n) / sqrt(n); its
    // Monte-Carlo error is SD/sqrt(2B) = .7 % with 10,000 draws, more with heavy tails; 4 of them
    double exact =
        Math.sqrt(
            Arrays.stream(DAYS).map(x -> (x - mean(DAYS)) * (x - mean(DAYS))).sum() / 14 / 14);
    DayBootstrap many = DayBootstrap.withDefaults().withReplicates(10_000);
    assertThat(many.of(DAYS, DayBootstrapTest::mean, 0.95).standardDeviation())
        .isCloseTo(exact, within(0.04 * exact));
  }

  @Test
  void of_tooFewOrEqualDays_isDefined() {
    Interval anything = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95);
    DayBootstrap.Result none = THOUSAND.of(new double[0], DayBootstrapTest::mean, 0.95);
    assertThat(none).isEqualTo(new DayBootstrap.Result(Double.NaN, Double.NaN, anything));
    DayBootstrap.Result one = THOUSAND.of(new double[] {7}, DayBootstrapTest::mean, 0.95);
    assertThat(one).isEqualTo(new DayBootstrap.Result(7, Double.NaN, anything));
    for (BootstrapMethod method : BootstrapMethod.values()) {
      DayBootstrap.Result equal =
          THOUSAND.withMethod(method).of(new double[] {7, 7, 7}, DayBootstrapTest::mean, 0.95);
      assertThat(equal).isEqualTo(new DayBootstrap.Result(7, 0, new Interval(7, 7, 0.95)));
    }
  }

  @Test
  void bca_extremeConfidenceAndOneSidedReplicates_staysAmongReplicates() {
    double[] outlier = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1e6};
    Interval interval = THOUSAND.of(outlier, DayBootstrapTest::mean, Math.nextDown(1.0)).interval();
    assertThat(interval.low()).isBetween(0.0, 1e5);
    assertThat(interval.high()).isBetween(1e5, 1e6);
    // Every replicate is below the estimate.
    DayBootstrap.Result above =
        THOUSAND.ofIndices(
            5,
            days ->
                IntStream.of(days).distinct().count() == 5 && days[0] == 0 && days[4] == 4
                    ? 9
                    : days[0],
            0.95);
    assertThat(above.interval().high()).isBetween(0.0, 9.0);
  }

  @Test
  void of_extremeUnits_neitherOverflowsNorVanishes() {
    for (BootstrapMethod method : BootstrapMethod.values()) {
      DayBootstrap bootstrap = THOUSAND.withMethod(method);
      DayBootstrap.Result own = bootstrap.of(DAYS, DayBootstrapTest::mean, 0.95);
      for (int exponent : new int[] {-1000, 1000}) {
        // A power of two scales every value without rounding.
        double unit = Math.scalb(1.0, exponent);
        double[] days = Arrays.stream(DAYS).map(day -> day * unit).toArray();
        DayBootstrap.Result other = bootstrap.of(days, DayBootstrapTest::mean, 0.95);
        assertThat(other.standardDeviation()).isEqualTo(own.standardDeviation() * unit);
        assertThat(other.interval().low()).isEqualTo(own.interval().low() * unit);
        assertThat(other.interval().high()).isEqualTo(own.interval().high() * unit);
      }
    }
  }

  @Test
  void acceleration_anyUnit_isTheSame() {
    double[] values = {1, 2, 4, 9};
    double[] tiny = Arrays.stream(values).map(x -> x * 1e-200).toArray();
    double[] vast = Arrays.stream(values).map(x -> x * 1e200).toArray();
    double expected = Replicates.acceleration(values);
    assertThat(expected).isNegative();
    assertThat(Replicates.acceleration(tiny)).isCloseTo(expected, within(1e-12));
    assertThat(Replicates.acceleration(vast)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void anyOption_impossible_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THOUSAND.withReplicates(99))
        .withMessageContaining("99 replicates are below 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THOUSAND.withBlockLength(0))
        .withMessageContaining("block length 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THOUSAND.withBlockLength(2).of(DAYS, DayBootstrapTest::mean, 0.95))
        .withMessageContaining("with BCA");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                THOUSAND
                    .withMethod(BootstrapMethod.BASIC)
                    .withBlockLength(15)
                    .of(DAYS, DayBootstrapTest::mean, 0.95))
        .withMessageContaining("blocks of 15 days from 14 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THOUSAND.of(DAYS, days -> Double.NaN, 0.95))
        .withMessageContaining("the statistic is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                THOUSAND.of(
                    new double[] {1, Double.POSITIVE_INFINITY}, DayBootstrapTest::mean, 0.95))
        .withMessageContaining("Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THOUSAND.of(DAYS, DayBootstrapTest::mean, Double.NaN))
        .withMessageContaining("confidence NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THOUSAND.ofIndices(-1, days -> 0, 0.95))
        .withMessageContaining("-1 days");
  }

  static double mean(double[] days) {
    return Arrays.stream(days).sum() / days.length;
  }

  private static ToDoubleFunction<double[]> statistic(String name) {
    return switch (name) {
      case "mean" -> DayBootstrapTest::mean;
      case "median" -> DayBootstrapTest::median;
      default -> days -> Arrays.stream(days).max().orElseThrow();
    };
  }

  private static double median(double[] days) {
    double[] sorted = days.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
