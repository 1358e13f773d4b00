package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantileBoundsTest {
  /** √1.02 − 1, and room for the rounding of doubles. */
  private static final double RELATIVE = Math.sqrt(1.02) - 1 + 1e-12;

  /** Magnitudes as in life: as many between 1 and 10 as between a million and ten million. */
  @Provide
  Arbitrary<List<Double>> values() {
    Arbitrary<Double> magnitude = Arbitraries.doubles().between(-7, 12).map(x -> Math.pow(10, x));
    Arbitrary<Double> signed =
        Arbitraries.of(1.0, 1.0, 1.0, -1.0, 0.0).flatMap(sign -> magnitude.map(m -> sign * m));
    return signed.list().ofMinSize(1).ofMaxSize(80);
  }

  @Property(seed = "1")
  void quantileBounds_anyValues_holdTheSampleQuantile(
      @ForAll("values") List<Double> values,
      @ForAll @IntRange(max = 6) int scale,
      @ForAll @IntRange(max = 1000) int perMille) {
    double q = perMille / 1000.0;
    double exact = sampleQuantile(values, perMille);
    double[] bounds = of(values, scale).quantileBounds(q);
    double quantile = of(values, scale).quantile(q);
    // Values are rounded once to the scale, and in the last digits when divided by it.
    double rounding = 0.5 / Math.pow(10, scale) * (1 + 1e-9) + Math.abs(exact) * 1e-15;

    assertThat(exact).isBetween(bounds[0] - rounding, bounds[1] + rounding);
    assertThat(quantile).isBetween(bounds[0], bounds[1]);
    assertThat(quantile)
        .isCloseTo(exact, within(Math.abs(exact) * RELATIVE + rounding * (1 + RELATIVE)));
  }

  @Property(seed = "2")
  void quantileBounds_afterMinus_holdTheSampleQuantile(
      @ForAll("values") List<Double> values,
      @ForAll("values") List<Double> others,
      @ForAll @IntRange(max = 1000) int perMille) {
    LogHistogram others3 = of(others, 3);
    LogHistogram rest = of(values, 3).plus(others3).minus(others3);
    double[] bounds = rest.quantileBounds(perMille / 1000.0);
    double quantile = rest.quantile(perMille / 1000.0);
    double exact = sampleQuantile(values, perMille);
    double rounding = 0.000_5 * (1 + 1e-9) + Math.abs(exact) * 1e-15;
    assertThat(exact).isBetween(bounds[0] - rounding, bounds[1] + rounding);
    assertThat(quantile)
        .isCloseTo(exact, within(Math.abs(exact) * RELATIVE + rounding * (1 + RELATIVE)));
  }

  @Property(seed = "3")
  void quantileBounds_wholeNumbers_needNoRoundingAtScaleZero(
      @ForAll @Size(min = 1, max = 50) List<@LongRange(min = -100_000, max = 1L << 52) Long> values,
      @ForAll @IntRange(max = 1000) int perMille) {
    List<Double> doubles = values.stream().map(Long::doubleValue).toList();
    double exact = sampleQuantile(doubles, perMille);
    double[] bounds = of(doubles, 0).quantileBounds(perMille / 1000.0);
    double quantile = of(doubles, 0).quantile(perMille / 1000.0);
    assertThat(exact).isBetween(bounds[0], bounds[1]);
    assertThat(quantile).isCloseTo(exact, within(Math.abs(exact) * RELATIVE));
  }

  @Test
  void bounds_everyBucket_differByLessThanTwoPercent() {
    for (int bucket = 1; bucket <= LogBuckets.LARGEST; bucket++) {
      long first = LogBuckets.first(bucket);
      long last = LogBuckets.last(bucket);
      BigInteger fifty = BigInteger.valueOf(50).multiply(BigInteger.valueOf(last));
      assertThat(fifty).isLessThan(BigInteger.valueOf(51).multiply(BigInteger.valueOf(first)));
      assertThat(last <= 50 && last > first).as("more than one number up to 50").isFalse();
    }
  }

  @Test
  void quantileBounds_saturated_endAtTheLargestUnits() {
    LogHistogram histogram = of(List.of(Double.MAX_VALUE, -Double.MAX_VALUE, 1.0), 12);
    double largest = Long.MAX_VALUE / 1e12;
    assertThat(histogram.quantileBounds(1)[1]).isEqualTo(largest);
    assertThat(histogram.quantile(1)).isBetween(largest * (1 - RELATIVE), largest);
    assertThat(histogram.quantileBounds(0)[0]).isEqualTo(-largest);
    assertThat(histogram.quantile(0)).isBetween(-largest, -largest * (1 - RELATIVE));
    assertThat(histogram.quantile(0.5)).isCloseTo(1, within(RELATIVE));
  }

  private static LogHistogram of(List<Double> values, int scale) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(scale);
    values.forEach(accumulator::add);
    return accumulator.build();
  }

  /** The value at rank ⌈q n⌉, at least 1, as numpy.quantile(x, q, method='inverted_cdf'). */
  private static double sampleQuantile(List<Double> values, int perMille) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int rank = Math.max(1, (perMille * sorted.length + 999) / 1000);
    return sorted[rank - 1];
  }
}
