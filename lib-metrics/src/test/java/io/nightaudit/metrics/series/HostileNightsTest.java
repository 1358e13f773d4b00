package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileNightsTest {
  @ParameterizedTest
  @CsvSource({
    "NaN, 1, daily value NaN",
    "Infinity, 1, daily value Infinity",
    "-1e51, 1, daily value -1.0E51",
    "0, NaN, variance NaN",
    "0, 0, variance 0.0",
    "0, -1, variance -1.0",
    "0, 1e-101, variance 1.0E-101",
    "0, Infinity, variance Infinity"
  })
  void values_outOfRange_areRefused(double y, double variance, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Night(1, y, variance, false))
        .withMessageContaining(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DailyValue(y, variance))
        .withMessageContaining(message);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DerSimonianLaird.tauSquared(new double[] {0, y}, new double[] {1, variance}))
        .withMessageContaining(message);
  }

  /** The corners of the range, where squares and weights are largest and smallest. */
  @ParameterizedTest
  @CsvSource({
    "5e48, 1e-100",
    "5e48, 1e100",
    "1e-300, 1e-100",
    "1e-300, 1e100",
    "0, 1e-100",
    "1, 1e-100"
  })
  void replay_cornersOfTheRange_staysFinite(double scale, double variance) {
    Random random = new Random(61);
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      double y = scale * (random.nextGaussian() + (i < 70 ? 0 : 10));
      nights.add(new Night(i, y, i % 5 == 0 ? 1 : variance, false));
    }
    for (ScoredNight night : SelfStartingScore.withDefaults().replay(nights).subList(14, 90)) {
      assertThat(night.z()).isFinite();
      assertThat(night.z6()).isFinite();
      assertThat(night.ewma()).isFinite();
      assertThat(night.spread()).isFinite().isPositive();
    }
  }

  /** The running EWMA of the score is the chart of its clipped scores. */
  @Test
  void replay_anyNights_ewmaIsTheChart() {
    Random random = new Random(62);
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      nights.add(new Night(i, 3 * random.nextGaussian() + (i < 80 ? 0 : 8), 0.5, false));
    }
    List<ScoredNight> scored = SelfStartingScore.withDefaults().replay(nights).subList(14, 120);
    double[] clipped =
        scored.stream().mapToDouble(night -> Math.max(-2.5, Math.min(2.5, night.z()))).toArray();
    List<Ewma.Point> chart = Ewma.with(0.1, 3.608).chart(clipped);
    for (int i = 0; i < clipped.length; i++) {
      assertThat(scored.get(i).ewma()).isCloseTo(chart.get(i).value(), within(1e-14));
      assertThat(scored.get(i).ewmaAlarm()).isEqualTo(chart.get(i).alarm());
    }
    assertThat(chart.get(clipped.length - 1).alarm()).isTrue();
  }
}
