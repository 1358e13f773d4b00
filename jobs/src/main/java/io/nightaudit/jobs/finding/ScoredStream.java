package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.metrics.series.ChangePoint;
import io.nightaudit.metrics.series.ScoredNight;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The nights of one stream with their scores, up to the night that is judged.
 *
 * @param nights what was measured, in order
 * @param scores the score of each
 * @param episodes how its nights make stories
 */
record ScoredStream(List<StreamNight> nights, List<ScoredNight> scores, Episodes episodes) {
  private static final int NIGHTS_OF_DATING = 56;
  private static final int NIGHTS_AFTER = 7;

  int last() {
    return scores.size() - 1;
  }

  ScoredNight tonight() {
    return scores.get(last());
  }

  long day(int index) {
    return scores.get(index).epochDay();
  }

  /** The alarm that is open tonight. */
  Optional<Alarm> alarm() {
    return episodes
        .openAlarm(scores)
        .map(alarm -> new Alarm(alarm, episodes.firstUnusual(scores, alarm)));
  }

  /**
   * An open alarm.
   *
   * @param night index of the first night that alarmed
   * @param unusual index of the first of the unusual nights before it, or of itself
   */
  record Alarm(int night, int unusual) {}

  /** The story of an alarm, from the first of its nights on that told it; empty where none did. */
  Optional<Judgement.Episode> story(Alarm alarm, IntPredicate told) {
    return IntStream.rangeClosed(alarm.night(), last())
        .filter(told)
        .boxed()
        .findFirst()
        .map(
            found -> new Judgement.Episode(day(found), day(alarm.night()), began(alarm.unusual())));
  }

  /** The last change point up to a week after the first unusual night, or that night itself. */
  private long began(int unusual) {
    int end = Math.min(last(), unusual + NIGHTS_AFTER - 1);
    int start = Math.max(0, end - NIGHTS_OF_DATING + 1);
    double[] values = new double[end - start + 1];
    for (int i = start; i <= end; i++) {
      values[i - start] = nights.get(i).y();
    }
    return ChangePoint.pelt(values).stream()
        .map(index -> start + index)
        .filter(index -> index <= unusual)
        .reduce((first, second) -> second)
        .map(this::day)
        .orElse(day(unusual));
  }
}
