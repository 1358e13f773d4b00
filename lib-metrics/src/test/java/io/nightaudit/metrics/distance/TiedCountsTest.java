package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiedCountsTest {
  @Test
  void of_samples_putsEqualValuesTogether() {
    TiedCounts counts = TiedCounts.of(new double[] {3, 1, 3, -0.0}, new double[] {2, 0.0, 3});
    assertThat(counts.values()).containsExactly(0, 1, 2, 3);
    assertThat(counts.reference()).containsExactly(1, 1, 0, 2);
    assertThat(counts.current()).containsExactly(1, 0, 1, 1);
  }

  @Test
  void of_counts_mergesRepeatedAndDropsUnusedValues() {
    TiedCounts counts =
        TiedCounts.of(
            new double[] {1, 1, 2, 2, 5}, new long[] {4, 0, 0, 0, 1}, new long[] {0, 3, 0, 0, 0});
    assertThat(counts.values()).containsExactly(1, 5);
    assertThat(counts.reference()).containsExactly(4, 1);
    assertThat(counts.current()).containsExactly(3, 0);
  }

  @Test
  void of_emptySamples_hasNoValues() {
    assertThat(TiedCounts.of(new double[0], new double[0]).values()).isEmpty();
    assertThat(TiedCounts.of(new double[] {2}, new double[0]).oneSideEmpty()).isTrue();
  }

  @Test
  void values_changedByCaller_leavesCounts() {
    TiedCounts counts = TiedCounts.of(new double[] {1, 2}, new double[] {2});
    counts.values()[0] = 9;
    counts.reference()[0] = 9;
    counts.current()[1] = 9;
    assertThat(counts.values()).containsExactly(1, 2);
    assertThat(counts.reference()).containsExactly(1, 1);
    assertThat(counts.current()).containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void of_notFinite_throws(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiedCounts.of(new double[] {1}, new double[] {2, value}))
        .withMessageContaining("current value " + value + " at 1")
        .withMessageContaining("missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiedCounts.of(new double[] {value}, new long[1], new long[1]))
        .withMessageContaining("value " + value);
  }

  @Test
  void of_countsBeyondLong_throws() {
    long most = Long.MAX_VALUE;
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () -> TiedCounts.of(new double[] {1, 2}, new long[] {most, 1}, new long[] {1, 1}))
        .withMessageContaining("2^63 - 1")
        .withMessageContaining("shorter window");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () -> TiedCounts.of(new double[] {1, 1}, new long[] {1, 1}, new long[] {most, 1}))
        .withMessageContaining("2^63 - 1");
  }

  @Test
  void of_otherLengths_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiedCounts.of(new double[1], new long[2], new long[2]))
        .withMessageContaining("1 values for 2 counts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiedCounts.of(new double[2], new long[] {0, -1}, new long[2]))
        .withMessageContaining("-1");
  }
}
