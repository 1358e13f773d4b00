package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {

  private static DistinctCount of(int from, int end) {
    DistinctCount.Accumulator accumulator = new DistinctCount.Accumulator();
    for (int i = from; i < end; i++) {
      byte[] bytes = ("conversation " + i).getBytes(StandardCharsets.UTF_8);
      accumulator.add(bytes, 0, bytes.length);
    }
    return accumulator.build();
  }

  @ParameterizedTest
  @CsvSource({
    // python: xxhash.xxh64_hexdigest(text)
    "'', ef46db3751d8e999",
    "a, d24ec4f1a98c6e5b",
    "abc, 44bc2cf5ad770999",
    "Nobody inspects the spammish repetition, fbcea83c8a378bf1"
  })
  void hash_knownText_isXxh64(String text, String hash) {
    byte[] bytes = ("##" + text + "#").getBytes(StandardCharsets.UTF_8);
    assertThat(Long.toHexString(DistinctCount.hash(bytes, 2, bytes.length - 3))).isEqualTo(hash);
  }

  /** The values are fixed; 5 % is three standard errors. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100, 1_000, 5_000, 20_000, 100_000, 1_000_000})
  void estimate_differentValues_isClose(int size) {
    assertThat(of(0, size).estimate()).isCloseTo(size, withinPercentage(size <= 100 ? 2 : 5));
  }

  @Test
  void estimate_repeatedValues_doesNotGrow() {
    DistinctCount once = of(0, 3_000);
    DistinctCount twice = once.plus(once);
    assertThat(twice.estimate()).isEqualTo(once.estimate());
    assertThat(twice.count()).isEqualTo(6_000);
  }

  @Test
  void estimate_overlappingGroups_isThatOfUnion() {
    assertThat(of(0, 3_000).plus(of(1_000, 4_000)).estimate()).isEqualTo(of(0, 4_000).estimate());
  }

  @Test
  void estimate_empty_isZero() {
    assertThat(DistinctCount.empty().estimate()).isZero();
  }

  @Test
  void add_extremeHashes_stayInRange() {
    DistinctCount.Accumulator accumulator = new DistinctCount.Accumulator();
    for (long hash : new long[] {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 52}) {
      accumulator.add(hash);
    }
    DistinctCount counts = accumulator.build();
    assertThat(counts.estimate()).isPositive().isFinite();
    assertThat(Summary.fromBytes(counts.toBytes())).isEqualTo(counts);
  }

  /** A full state takes 3,072 bytes of registers. */
  @Test
  void toBytes_manyValues_isSixBitsPerRegister() {
    DistinctCount many = of(0, 100_000);
    assertThat(many.toBytes().length).isBetween(3_072, 3_090);
    assertThat(Summary.fromBytes(many.toBytes())).isEqualTo(many);
    assertThat(of(0, 10).toBytes().length).isLessThan(40);
  }

  @Test
  void minus_any_throwsWithReason() {
    DistinctCount some = of(0, 5);
    assertThatThrownBy(() -> some.minus(some))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("both groups");
  }
}
