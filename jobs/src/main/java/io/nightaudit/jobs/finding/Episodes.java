package io.nightaudit.jobs.finding;

import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the story that the last of a row of scored nights belongs to. */
final class Episodes {
  private final double unusual;
  private final ScoreOptions options;

  /**
   * Episodes of one stream.
   *
   * @param unusual the score from which a single night is unusual
   * @param options how the stream was scored
   */
  Episodes(double unusual, ScoreOptions options) {
    this.unusual = unusual;
    this.options = options;
  }

  /** Index of the first alarm of the episode that is open at the end, if one is. */
  Optional<Integer> openAlarm(List<ScoredNight> nights) {
    OpenAlarm alarm = new OpenAlarm(options);
    for (int i = 0; i < nights.size(); i++) {
      alarm.next(i, nights.get(i));
    }
    return alarm.isOpen() ? Optional.of(alarm.since()) : Optional.empty();
  }

  /** Index of the first night of the unusual nights, all to one side, that end at an index. */
  int firstUnusual(List<ScoredNight> nights, int end) {
    double side = Math.signum(nights.get(end).z());
    int first = end;
    while (first > 0 && isUnusual(nights.get(first - 1), side)) {
      first--;
    }
    return first;
  }

  /** The nights that were unusual or alarmed. */
  SortedMap<Long, Judgement.Mark> marks(List<ScoredNight> nights) {
    SortedMap<Long, Judgement.Mark> marks = new TreeMap<>();
    for (ScoredNight night : nights) {
      if (night.alarm()) {
        marks.put((long) night.epochDay(), Judgement.Mark.ALARM);
      } else if (isUnusual(night)) {
        marks.put((long) night.epochDay(), Judgement.Mark.UNUSUAL);
      }
    }
    return marks;
  }

  boolean isUnusual(ScoredNight night) {
    return Math.abs(night.z()) >= unusual;
  }

  private boolean isUnusual(ScoredNight night, double side) {
    return isUnusual(night) && Math.signum(night.z()) == side;
  }

  /** Whether a night is within half of both limits. */
  boolean isCalm(ScoredNight night) {
    return OpenAlarm.isCalm(night, options);
  }
}
