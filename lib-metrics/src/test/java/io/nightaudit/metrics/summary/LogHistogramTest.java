package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogHistogramTest {

  private static LogHistogram of(int scale, double... values) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(scale);
    Arrays.stream(values).forEach(accumulator::add);
    return accumulator.build();
  }

  private static double[] logNormal(int size) {
    Random random = new Random(2);
    double[] values = new double[size];
    Arrays.setAll(values, i -> Math.rint(Math.exp(6 + 1.1 * random.nextGaussian())));
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 3, 0",
    "-0.0, 3, 0",
    "1.2345, 3, 1234",
    "2.5, 0, 2",
    "3.5, 0, 4",
    "-1.2346, 3, -1235",
    "1e300, 12, 9223372036854775807",
    "-1e300, 0, -9223372036854775807",
    "1e-300, 12, 0"
  })
  void unitsOf_value_roundsHalfEvenAndSaturates(double value, int scale, long units) {
    assertThat(LogHistogram.unitsOf(value, scale)).isEqualTo(units);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 49, 50, 51, 1_000_000, -1, -77_777, Long.MAX_VALUE})
  void unitsOfBucket_ofUnits_enclosesThem(long units) {
    int bucket = LogHistogram.bucketOf(units);
    long[] range = LogHistogram.unitsOfBucket(bucket);
    assertThat(units).isBetween(range[0], range[1]);
    assertThat(LogHistogram.bucketOf(range[0])).isEqualTo(bucket);
    assertThat(LogHistogram.bucketOf(range[1])).isEqualTo(bucket);
  }

  @Test
  void sumOfSquares_values_isExact() {
    assertThat(of(2, 0.1, 0.2, -0.3).sumOfSquares()).isEqualByComparingTo("0.14");
    assertThat(LogHistogram.empty(2).sumOfSquares()).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void add_notFinite_isMissing(double value) {
    LogHistogram histogram = of(2, 1, value);
    assertThat(histogram.count()).isEqualTo(1);
    assertThat(histogram.missing()).isEqualTo(1);
    assertThatThrownBy(() -> LogHistogram.unitsOf(value, 2)).hasMessageContaining("finite");
    assertThatThrownBy(() -> histogram.countAbove(value)).hasMessageContaining("finite");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 13})
  void accumulator_scaleOutOfRange_throws(int scale) {
    assertThatThrownBy(() -> new LogHistogram.Accumulator(scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 12")
        .hasMessageContaining(String.valueOf(scale));
  }

  @Test
  void moments_smallSample_areExact() {
    // python: statistics.mean([1.5, 2.25, -3, 0, 100]), statistics.variance(...)
    LogHistogram histogram = of(2, 1.5, 2.25, -3, 0, 100);
    assertThat(histogram.sum()).isEqualByComparingTo(new BigDecimal("100.75"));
    assertThat(histogram.mean()).isEqualTo(20.15);
    assertThat(histogram.variance()).isEqualTo(1996.55);
    assertThat(histogram.min()).isEqualTo(-3);
    assertThat(histogram.max()).isEqualTo(100);
  }

  @Test
  void queries_emptyHistogram_areNaNOrZero() {
    LogHistogram empty = LogHistogram.empty(3);
    assertThat(empty.mean()).isNaN();
    assertThat(empty.variance()).isNaN();
    assertThat(empty.min()).isNaN();
    assertThat(empty.max()).isNaN();
    assertThat(empty.quantile(0.5)).isNaN();
    assertThat(empty.quantileBounds(0.5)).containsExactly(Double.NaN, Double.NaN);
    assertThat(empty.shareAbove(1)).isNaN();
    assertThat(empty.countAbove(1)).isZero();
    assertThat(empty.sum()).isZero();
    assertThat(empty.buckets()).isEmpty();
  }

  @Test
  void queries_oneValue_areThatValue() {
    LogHistogram one = of(3, 123.456);
    assertThat(one.mean()).isEqualTo(123.456);
    assertThat(one.variance()).isNaN();
    assertThat(one.quantile(0)).isEqualTo(123.456);
    assertThat(one.quantile(1)).isEqualTo(123.456);
    assertThat(one.quantileBounds(0.3)).containsExactly(123.456, 123.456);
  }

  @Test
  void variance_constantFarFromZero_isZero() {
    double[] values = new double[1_000];
    Arrays.fill(values, 1e15 + 1);
    assertThat(of(0, values).variance()).isZero();
  }

  @Test
  void sums_tenMillionLargeValues_areExact() {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(6);
    long units = LogHistogram.unitsOf(1e12, 6);
    int bucket = LogHistogram.bucketOf(units);
    for (int i = 0; i < 10_000_000; i++) {
      accumulator.add(bucket, units);
    }
    LogHistogram histogram = accumulator.build();
    assertThat(histogram.sum()).isEqualByComparingTo(new BigDecimal("1e19"));
    assertThat(histogram.mean()).isEqualTo(1e12);
    assertThat(histogram.variance()).isZero();
  }

  @Test
  void sums_extremeUnits_equalBigInteger() {
    Random random = new Random(9);
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (int i = 0; i < 2_000; i++) {
      long units = i % 3 == 0 ? Long.MAX_VALUE : -Long.MAX_VALUE + random.nextInt(3);
      accumulator.add(LogHistogram.bucketOf(units), units);
      sum = sum.add(BigInteger.valueOf(units));
      squares = squares.add(BigInteger.valueOf(units).pow(2));
    }
    assertThat(accumulator.moments())
        .isEqualTo(new UnitMoments(sum, squares, -Long.MAX_VALUE, Long.MAX_VALUE));
    // One more merge crosses all three words.
    LogHistogram histogram = accumulator.build();
    accumulator.add(histogram);
    assertThat(accumulator.build()).isEqualTo(histogram.plus(histogram));
  }

  @Test
  void quantile_smallIntegers_isExactNearestRank() {
    LogHistogram histogram = of(0, 5, 1, 3, 2, 4, 0, -7, 9, 8, 6);
    assertThat(histogram.quantile(0)).isEqualTo(-7);
    assertThat(histogram.quantile(0.1)).isEqualTo(-7);
    assertThat(histogram.quantile(0.2)).isEqualTo(0);
    assertThat(histogram.quantile(0.5)).isEqualTo(3);
    assertThat(histogram.quantile(0.51)).isEqualTo(4);
    assertThat(histogram.quantile(1)).isEqualTo(9);
  }

  @Test
  void quantile_rankNotRepresentable_isNotShifted() {
    double[] values = new double[100];
    Arrays.setAll(values, i -> i < 7 ? 1 : 2);
    assertThat(0.07 * 100).isGreaterThan(7);
    assertThat(of(0, values).quantile(0.07)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void quantile_outOfRange_throws(double q) {
    assertThatThrownBy(() -> of(0, 1).quantile(q))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 1");
  }

  @Test
  void countAbove_smallIntegers_isExact() {
    LogHistogram histogram = of(0, -5, -1, 0, 1, 2, 3, 3);
    assertThat(histogram.countAbove(3)).isEqualTo(2);
    assertThat(histogram.countAbove(0)).isEqualTo(5);
    assertThat(histogram.countAbove(-1)).isEqualTo(6);
    assertThat(histogram.countAbove(-1e300)).isEqualTo(7);
    assertThat(histogram.countAbove(4)).isZero();
    assertThat(histogram.shareAbove(3)).isEqualTo(2 / 7.0);
  }

  @Test
  void countAbove_withinBucket_excludesIt() {
    LogHistogram histogram = of(0, 1000, 1001, 5000);
    int bucket = LogHistogram.bucketOf(1001);
    assertThat(histogram.countAbove(LogBuckets.first(bucket))).isEqualTo(3);
    assertThat(histogram.countAbove(LogBuckets.first(bucket) + 1)).isEqualTo(1);
  }

  @Test
  void align_twoHistograms_coversBoth() {
    LogHistogram a = of(0, -2, 0, 1, 1);
    LogHistogram b = of(0, 1, 3);
    assertThat(LogHistogram.align(a, b)).isDeepEqualTo(new long[][] {{1, 1, 2, 0}, {0, 0, 1, 1}});
    assertThat(LogHistogram.alignedValues(a, b)).containsExactly(-2, 0, 1, 3);
    assertThatThrownBy(() -> LogHistogram.align(a, of(1, 1)))
        .hasMessageContaining("scale 0")
        .hasMessageContaining("scale 1");
  }

  @Test
  void alignedValues_constants_areExact() {
    LogHistogram a = of(3, 123.456, 123.456);
    assertThat(LogHistogram.alignedValues(a, a)).containsExactly(123.456);
    assertThat(LogHistogram.alignedValues(a, LogHistogram.empty(3))).containsExactly(123.456);
    assertThat(LogHistogram.alignedValues(LogHistogram.empty(3), LogHistogram.empty(3))).isEmpty();
  }

  @Test
  void minus_wholeBucketLeft_extremesAreBucketBounds() {
    LogHistogram a = of(0, 1010, 1012);
    LogHistogram rest = a.plus(of(0, 7, 90_000)).minus(of(0, 7, 90_000));
    int bucket = LogHistogram.bucketOf(1010);
    assertThat(rest.min()).isEqualTo(LogBuckets.first(bucket));
    assertThat(rest.max()).isEqualTo(LogBuckets.last(bucket));
  }

  @Test
  void minus_sameBucketsOtherSums_throws() {
    assertThat(LogHistogram.bucketOf(1010)).isEqualTo(LogHistogram.bucketOf(1012));
    assertThatThrownBy(() -> of(0, 1010).minus(of(0, 1012))).hasMessageContaining("sums");
  }

  /** 2,000 log-normal values: 266 buckets, 553 bytes; 200,000: 375 buckets, 1,026 bytes. */
  @Test
  void toBytes_typicalHistogram_isSmall() {
    LogHistogram histogram = of(0, logNormal(200_000));
    assertThat(histogram.buckets().length).isBetween(280, 420);
    assertThat(histogram.toBytes().length).isLessThan(3 * histogram.buckets().length + 64);
    LogHistogram slice = of(0, logNormal(2_000));
    assertThat(slice.toBytes().length).isLessThan(2 * slice.buckets().length + 64);
  }
}
