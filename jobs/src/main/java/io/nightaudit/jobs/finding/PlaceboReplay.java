package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import java.util.List;

/** Counts the alarms of one stream in one order of its nights. */
final class PlaceboReplay {
  private static final int NIGHTS_OF_AN_EFFECT = 3;

  private final ScoreOptions options;
  private final MetricPolicy tolerance;
  private final DailyScale scale;
  private final boolean mix;

  /**
   * A count.
   *
   * @param options with the limits of the stream
   * @param mix whether the stream is material by its own distance
   */
  PlaceboReplay(ScoreOptions options, MetricPolicy tolerance, DailyScale scale, boolean mix) {
    this.options = options;
    this.tolerance = tolerance;
    this.scale = scale;
    this.mix = mix;
  }

  /** Alarms that opened and, while open, moved by at least what is material. */
  int alarms(List<StreamNight> nights) {
    List<ScoredNight> scored =
        SelfStartingScore.with(options).replay(nights.stream().map(PlaceboReplay::night).toList());
    OpenAlarm alarm = new OpenAlarm(options);
    int alarms = 0;
    int counted = -1;
    for (int i = 0; i < scored.size(); i++) {
      alarm.next(i, scored.get(i));
      boolean isNew = alarm.isOpen() && alarm.since() != counted;
      if (isNew && isMaterial(nights, scored, alarm.since(), i)) {
        alarms++;
        counted = alarm.since();
      }
    }
    return alarms;
  }

  private static Night night(StreamNight night) {
    return new Night(Math.toIntExact(night.epochDay()), night.y(), night.variance(), false);
  }

  /** Mean move from the expected over the last nights of an open alarm. */
  private boolean isMaterial(
      List<StreamNight> nights, List<ScoredNight> scored, int since, int until) {
    if (mix) {
      return nights.get(until).value() >= tolerance.distance();
    }
    int from = Math.max(since, until - NIGHTS_OF_AN_EFFECT + 1);
    double moves = 0;
    for (int i = from; i <= until; i++) {
      moves += nights.get(i).value() - scale.value(scored.get(i).center());
    }
    double move = moves / (until - from + 1);
    return tolerance.isMaterial(scale.value(scored.get(until).center()), move)
        && !(options.oneSided() && move < 0);
  }
}
