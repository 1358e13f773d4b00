package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.policy.ScorePolicy;
import io.nightaudit.metrics.series.ScoreOptions;
import java.util.List;

/** The options of a daily score that keeps to the limits of one stream. */
final class StreamOptions {
  /** No score is as far out: it stands for a rule that a stream does not have. */
  private static final double NEVER = 100;

  private StreamOptions() {}

  static ScoreOptions of(ScorePolicy score, StreamLimits limits, boolean rising) {
    return new ScoreOptions(
        score.learningNights(),
        score.weekdayNights(),
        score.ewmaWeight(),
        limits.ewmaLimit(),
        limits.spikeLimit().orElse(NEVER),
        ScoreOptions.defaults().clip(),
        rising,
        List.of());
  }
}
