package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts that end at 2^63 - 1 fail there; they never turn negative. */
class OverflowTest {

  @ParameterizedTest
  @EnumSource
  void plus_doubledAgainAndAgain_failsWithTheLimit(Samples samples) {
    Summary last = largestDoubling(samples);
    assertThat(last.count()).isPositive();
    assertThatThrownBy(() -> last.plus(last))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContainingAll("limit", "fewer");
    Accumulator accumulator = samples.accumulator();
    accumulator.add(last);
    assertThat(accumulator.build()).isEqualTo(last);
    assertThatThrownBy(
            () -> {
              accumulator.add(last);
              accumulator.build();
            })
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContainingAll("limit", "fewer");
    if (samples.subtracts()) {
      assertThat(last.minus(last)).isEqualTo(samples.empty());
    }
    assertThat(Summary.fromBytes(last.toBytes())).isEqualTo(last);
  }

  private static Summary largestDoubling(Samples samples) {
    Summary sum = samples.of(List.of(1, 2, 3, 4, 5));
    for (int doubling = 0; doubling < 70; doubling++) {
      try {
        sum = sum.plus(sum);
      } catch (ArithmeticException overflow) {
        return sum;
      }
    }
    throw new AssertionError("no overflow in 70 doublings of " + sum);
  }

  @ParameterizedTest
  @EnumSource
  void addMissing_beyondTheLimit_fails(Samples samples) {
    Accumulator one = samples.accumulator();
    one.addMissing();
    Summary power = one.build();
    Summary most = power;
    for (int bit = 1; bit < 63; bit++) {
      power = power.plus(power);
      most = most.plus(power);
    }
    assertThat(most.missing()).isEqualTo(Long.MAX_VALUE);
    Accumulator full = samples.accumulator();
    full.add(most);
    assertThatThrownBy(
            () -> {
              full.addMissing();
              full.build();
            })
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContainingAll("missing", "2^63 - 1");
  }

  @ParameterizedTest
  @EnumSource
  void plus_missingAndValuesAtTheLimit_keepsBoth(Samples samples) {
    Summary last = largestDoubling(samples);
    Accumulator missing = samples.accumulator();
    missing.addMissing();
    Summary sum = last.plus(missing.build());
    assertThat(sum.count()).isEqualTo(last.count());
    assertThat(sum.missing()).isEqualTo(last.missing() + 1);
  }
}
