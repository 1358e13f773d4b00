package io.nightaudit.jobs.finding;

import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;

/** Follows the nights of one replay: whether an alarm is open, and since which of them. */
final class OpenAlarm {
  /** Calm nights in a row after which an alarm has gone. */
  private static final int NIGHTS_UNTIL_GONE = 7;

  private final double ewmaHalf;
  private final double spikeHalf;
  private final boolean rising;
  private int calmNights;
  private int since = -1;

  OpenAlarm(ScoreOptions options) {
    double weight = options.ewmaWeight();
    this.ewmaHalf = options.ewmaLimit() * Math.sqrt(weight / (2 - weight)) / 2;
    this.spikeHalf = options.spikeLimit() / 2;
    this.rising = options.oneSided();
  }

  /** Takes the night of an index, the next one. */
  void next(int index, ScoredNight night) {
    calmNights = isCalm(night) ? calmNights + 1 : 0;
    if (since < 0 && night.alarm()) {
      since = index;
    } else if (since >= 0 && calmNights >= NIGHTS_UNTIL_GONE) {
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

  /** Whether a night is within half of both limits. */
  boolean isCalm(ScoredNight night) {
    return night.state() == ScoredNight.State.SCORED
        && size(night.z()) <= spikeHalf
        && size(night.ewma()) <= ewmaHalf;
  }

  private double size(double value) {
    return rising ? value : Math.abs(value);
  }
}
