package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonIntervalTest {
  /** R: {@code poisson.test(x)$conf.int}; the table of Garwood 1936 has the same to 3 digits. */
  @ParameterizedTest
  @CsvSource({"0, 0, 3.688879", "1, 0.02531781, 5.571643", "10, 4.795389, 18.39036"})
  void of_wholeNumbers_areThoseOfGarwood(double events, double low, double high) {
    Interval interval = PoissonInterval.of(events, 0.95);

    assertThat(interval.low()).isCloseTo(low, within(1e-5));
    assertThat(interval.high()).isCloseTo(high, within(1e-5));
  }

  @Test
  void of_betweenWholeNumbers_liesBetweenTheirIntervals() {
    Interval between = PoissonInterval.of(2.5, 0.95);

    assertThat(between.low())
        .isBetween(PoissonInterval.of(2, 0.95).low(), PoissonInterval.of(3, 0.95).low());
    assertThat(between.high())
        .isBetween(PoissonInterval.of(2, 0.95).high(), PoissonInterval.of(3, 0.95).high());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void of_noNumberOfEvents_isRefused(double events) {
    assertThatThrownBy(() -> PoissonInterval.of(events, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(events));
  }
}
