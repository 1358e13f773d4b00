package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Steps and slopes of a stream that is known for forty nights. */
class ChangeSpeedTest {
  private static ComparedStream stream(LongToDoubleFunction value, long redefined) {
    SortedMap<Long, StreamNight> nights = new TreeMap<>();
    for (long night = 1; night <= 40; night++) {
      double wave = 0.002 * (night * 7 % 5 - 2);
      String definition = night < redefined ? "v1" : "v2";
      double y = value.applyAsDouble(night) + wave;
      nights.put(night, new StreamNight(night, y, 100, y, 0.01, definition, DailyDistance.NONE));
    }
    return new ComparedStream(
        new Measure(Metric.SCORES, "s"), nights, new TreeMap<>(), new TreeMap<>());
  }

  @Test
  void of_step_hasItsNightAndNoSlope() {
    ComparedStream stream = stream(night -> night < 30 ? 0.9 : 0.7, 0);
    assertThat(ChangeSpeed.of(stream, 30, 33))
        .contains(new Explanation.Speed(false, 30, Double.NaN, Double.NaN, Double.NaN));
  }

  @Test
  void of_slope_hasItsFallAWeek() {
    ComparedStream stream = stream(night -> 0.9 - 0.002 * Math.max(0, night - 20), 0);
    Explanation.Speed speed = ChangeSpeed.of(stream, 26, 40).orElseThrow();
    assertThat(speed.slope()).isTrue();
    assertThat(speed.perWeek()).isCloseTo(-0.014, within(0.001));
    assertThat(speed.low()).isLessThanOrEqualTo(speed.perWeek());
    assertThat(speed.high()).isBetween(speed.perWeek(), 0.0);
    assertThat(speed.since()).isBetween(19L, 23L);
  }

  @Test
  void of_laterNights_changeNothing() {
    ComparedStream stream = stream(night -> night < 30 ? 0.9 : night < 35 ? 0.7 : 0.1, 0);
    assertThat(ChangeSpeed.of(stream, 30, 34).orElseThrow().slope()).isFalse();
  }

  @Test
  void of_calmOrRedefinedNights_isNotKnown() {
    assertThat(ChangeSpeed.of(stream(night -> 0.9, 0), 30, 40)).isEmpty();
    ComparedStream redefined = stream(night -> night < 30 ? 0.9 : 0.7, 30);
    assertThat(ChangeSpeed.of(redefined, 30, 33)).isEmpty();
  }
}
