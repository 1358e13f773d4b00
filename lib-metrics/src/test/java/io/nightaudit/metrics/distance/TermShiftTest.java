package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.significance.TwoProportionTest;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermShiftTest {
  @Test
  void between_oneBucket_isTwoProportionScore() {
    // statsmodels proportions_ztest([56, 48], [70, 80])[0] = 2.6501719512585336
    TermShift shift = TermShift.between(new int[] {42}, new long[] {48}, 80, new long[] {56}, 70);
    assertThat(shift.largest()).isCloseTo(2.6501719512585336, within(1e-12));
    assertThat(shift.top20()).isCloseTo(shift.largest() * shift.largest(), within(1e-12));
    assertThat(shift.strongestBuckets()).containsExactly(42);
    assertThat(shift.strongestZ()[0]).isPositive();
  }

  @Test
  void between_manyBuckets_ordersByStrengthWhateverTheInputOrder() {
    int size = 300;
    int[] buckets = new int[size];
    long[] reference = new long[size];
    long[] current = new long[size];
    Random random = new Random(5);
    for (int i = 0; i < size; i++) {
      buckets[i] = i;
      reference[i] = random.nextInt(200);
      current[i] = random.nextInt(100);
    }
    TermShift shift = TermShift.between(buckets, reference, 200, current, 100);
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      int bucket = shift.strongestBuckets()[i];
      double z = TwoProportionTest.of(current[bucket], 100, reference[bucket], 200).statistic();
      assertThat(shift.strongestZ()[i]).isCloseTo(z, within(1e-12));
      assertThat(Math.abs(z))
          .isLessThanOrEqualTo(i == 0 ? shift.largest() : Math.abs(shift.strongestZ()[i - 1]));
      sum += z * z;
    }
    assertThat(shift.top20()).isCloseTo(sum / 20, within(1e-10));
    TermShift reversed =
        TermShift.between(reverse(buckets), reverse(reference), 200, reverse(current), 100);
    assertThat(reversed.strongestBuckets()).containsExactly(shift.strongestBuckets());
    assertThat(reversed.top20()).isEqualTo(shift.top20());
  }

  @Test
  void between_edgeCases_areDefined() {
    // Fewer than five documents on both sides together.
    TermShift rare = TermShift.between(new int[] {1}, new long[] {2}, 10, new long[] {2}, 10);
    assertThat(rare.largest()).isNaN();
    assertThat(rare.top20()).isNaN();
    assertThat(rare.strongestBuckets()).isEmpty();
    assertThat(TermShift.between(new int[] {1}, new long[] {0}, 0, new long[] {9}, 10).largest())
        .isNaN();
    TermShift everywhere =
        TermShift.between(new int[] {1}, new long[] {10}, 10, new long[] {10}, 10);
    assertThat(everywhere.largest()).isZero();
  }

  @Test
  void between_countsNearTheLargestLong_areDefined() {
    long most = Long.MAX_VALUE;
    // Shares of 1 and ½ of 2^63 documents each: z = -½ / √(¾ · ¼ · 2/2^63)
    TermShift shift =
        TermShift.between(new int[] {1}, new long[] {most}, most, new long[] {most / 2}, most);
    assertThat(shift.strongestZ()[0]).isCloseTo(-0.5 / Math.sqrt(0.1875 * 2 / most), within(1e-3));
  }

  @Test
  void between_moreThanAllDocuments_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TermShift.between(new int[] {7}, new long[] {11}, 10, new long[] {1}, 10))
        .withMessageContaining("bucket 7")
        .withMessageContaining("11 of 10");
  }

  private static int[] reverse(int[] values) {
    int[] result = new int[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }

  private static long[] reverse(long[] values) {
    long[] result = new long[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }
}
