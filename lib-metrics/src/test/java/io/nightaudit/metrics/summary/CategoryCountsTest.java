package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CategoryCountsTest {

  private static CategoryCounts of(String... categories) {
    CategoryCounts.Accumulator accumulator = new CategoryCounts.Accumulator();
    Arrays.stream(categories).forEach(accumulator::add);
    return accumulator.build();
  }

  @Test
  void add_null_isMissing() {
    CategoryCounts counts = of("a", null, "", "a");
    assertThat(counts.missing()).isEqualTo(1);
    assertThat(counts.count()).isEqualTo(3);
    assertThat(counts.of("a")).isEqualTo(2);
    assertThat(counts.of("")).isEqualTo(1);
    assertThat(counts.of("b")).isZero();
  }

  @Test
  void largest_ties_areInByteOrder() {
    CategoryCounts counts = of("b", "\uD83D\uDE00", "\uFF5E", "c", "c", "a");
    assertThat(counts.largest(4))
        .containsExactly(
            Map.entry("c", 2L), Map.entry("a", 1L), Map.entry("b", 1L), Map.entry("\uFF5E", 1L));
    assertThat(counts.largest(99)).hasSize(5);
  }

  @Test
  void bounded_limit_foldsTheSmallest() {
    CategoryCounts bounded = of("a", "b", "b", "c", null).bounded(2);
    assertThat(bounded.counts()).containsOnlyKeys("a", "b");
    assertThat(bounded.other()).isEqualTo(1);
    assertThat(bounded.count()).isEqualTo(4);
    assertThat(bounded.missing()).isEqualTo(1);
    assertThat(bounded.bounded(1).other()).isEqualTo(2);
    assertThat(Summary.fromBytes(bounded.toBytes())).isEqualTo(bounded);
    assertThat(bounded.plus(bounded).minus(bounded)).isEqualTo(bounded);
  }

  @Test
  void align_remainder_isLast() {
    CategoryCounts a = of("a", "c", "c").bounded(1);
    CategoryCounts b = of("b", "c");
    assertThat(CategoryCounts.alignedNames(a, b)).containsExactly("b", "c", CategoryCounts.OTHER);
    assertThat(CategoryCounts.align(a, b)).isDeepEqualTo(new long[][] {{0, 2, 1}, {1, 1, 0}});
    assertThat(CategoryCounts.alignedNames(b, b)).containsExactly("b", "c");
  }

  @Test
  void order_randomStrings_isThatOfUnsignedBytes() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      String left = Utf8Order.wellFormed(text(random));
      String right = Utf8Order.wellFormed(text(random));
      int bytes =
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
      assertThat(Integer.signum(Utf8Order.ASCENDING.compare(left, right)))
          .isEqualTo(Integer.signum(bytes));
    }
  }

  private static String text(Random random) {
    int[] codePoints = {
      'a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return text.toString();
  }
}
