package io.nightaudit.jobs.finding;

import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;

/** Follows the nights of one replay: whether an alarm is open, and since which of them. */
final class OpenAlarm {
  /** Calm nights in a row after which an alarm has gone. */
  private static final int NIGHTS_UNTIL_GONE = 7;

  private final ScoreOptions options;
  private int calmNights;
  private int since = -1;

  OpenAlarm(ScoreOptions options) {
    this.options = options;
  }

  /** Takes the night of an index, the next one. */
  void next(int index, ScoredNight night) {
    calmNights = isCalm(night) ? calmNights + 1 : 0;
    if (since < 0 && night.alarm()) {
      since = index;
    } else if (calmNights >= NIGHTS_UNTIL_GONE || night.state() == ScoredNight.State.LEARNING) {
      since = -1;
    }
  }

  boolean isOpen() {
    return since >= 0;
  }

  /** Index of the night on which the open alarm was raised. */
  int since() {
    return since;
  }

  boolean isCalm(ScoredNight night) {
    return isCalm(night, options);
  }

  /** Whether a night is within half of both limits. */
  static boolean isCalm(ScoredNight night, ScoreOptions options) {
    return night.state() == ScoredNight.State.SCORED && options.isCalm(night.z(), night.ewma());
  }
}
