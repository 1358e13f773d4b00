package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogBucketsTest {
  private static final BigDecimal GAMMA = new BigDecimal("1.02");
  private static final BigDecimal[] POWERS = powers();

  /** POWERS[i] is 1.02^i without rounding. */
  private static BigDecimal[] powers() {
    BigDecimal[] powers = new BigDecimal[2_300];
    powers[0] = BigDecimal.ONE;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1].multiply(GAMMA);
    }
    return powers;
  }

  /** The definition: largest i with 1.02^i ≤ |units|, plus 1, with the sign of the units. */
  private static int definition(long units) {
    BigDecimal magnitude = BigDecimal.valueOf(units).abs();
    int low = 0;
    int high = POWERS.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (POWERS[middle].compareTo(magnitude) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return units < 0 ? -low : low;
  }

  private static void assertDefinition(long units) {
    assertThat(LogHistogram.bucketOf(units)).as("bucket of %d", units).isEqualTo(definition(units));
  }

  @Test
  void bucketOf_smallUnits_isDefinition() {
    for (long units = -5_000; units <= 5_000; units++) {
      assertDefinition(units);
    }
  }

  @Test
  void bucketOf_aroundEachEdge_isDefinition() {
    for (int bucket = 1; bucket <= LogBuckets.LARGEST; bucket++) {
      long first = LogBuckets.first(bucket);
      for (long units : new long[] {first - 1, first, first + 1, LogBuckets.last(bucket)}) {
        assertDefinition(units);
        assertDefinition(-units);
      }
    }
  }

  @Test
  void bucketOf_aroundPowersOfTwoAndCells_isDefinition() {
    for (int exponent = 6; exponent < 63; exponent++) {
      for (long piece = 64; piece < 128; piece++) {
        long units = piece << exponent - 6;
        assertDefinition(units - 1);
        assertDefinition(units);
        assertDefinition(-units - 1);
      }
    }
  }

  @Test
  void bucketOf_randomUnits_isDefinition() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      assertDefinition(random.nextLong() >> random.nextInt(64));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // python: max(i for i in range(2300) if Fraction(102, 100)**i <= u) + 1
    "0, 0",
    "1, 1",
    "-1, -1",
    "2, 36",
    "3, 56",
    "10, 117",
    "100, 233",
    "1000, 349",
    "1000000, 698",
    "9223372036854775807, 2206",
    "-9223372036854775807, -2206",
    "-9223372036854775808, -2206"
  })
  void bucketOf_knownUnits_isReference(long units, int bucket) {
    assertThat(LogHistogram.bucketOf(units)).isEqualTo(bucket);
  }

  @Test
  void firstAndLast_eachBucket_coverAllIntegersOnce() {
    assertThat(LogBuckets.first(0)).isZero();
    assertThat(LogBuckets.last(0)).isZero();
    for (int bucket = 1; bucket <= LogBuckets.LARGEST; bucket++) {
      assertThat(LogBuckets.first(bucket)).isEqualTo(LogBuckets.last(bucket - 1) + 1);
      assertThat(LogBuckets.first(-bucket)).isEqualTo(-LogBuckets.last(bucket));
    }
    assertThat(LogBuckets.last(LogBuckets.LARGEST)).isEqualTo(Long.MAX_VALUE);
  }
}
