package io.nightaudit.jobs.study;

import io.nightaudit.metrics.series.EwmaLimit;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import io.nightaudit.metrics.series.SpikeLimit;
import java.util.ArrayList;
import java.util.List;

/**
 * The alarms of a stream whose budget is one in so many nights: half of it for the moving average
 * and half for two nights in three, as the product shares it.
 *
 * @param options of the score, with the limits
 */
public record Alarms(ScoreOptions options) {
  private static final double LONGEST_SPIKE_RUN_LENGTH = 700_000;
  private static final double SHORTEST_SPIKE_RUN_LENGTH = 3_600;
  private static final int NIGHTS_UNTIL_GONE = 7;

  public static Alarms every(double nights) {
    double spike = Math.max(SHORTEST_SPIKE_RUN_LENGTH, 2 * nights);
    boolean alone = 2 * nights > LONGEST_SPIKE_RUN_LENGTH;
    double average = alone ? nights : 1 / (1 / nights - 1 / spike);
    ScoreOptions defaults = ScoreOptions.defaults();
    return new Alarms(
        defaults.withLimits(
            EwmaLimit.forRunLength(defaults.ewmaWeight(), average),
            alone ? Double.POSITIVE_INFINITY : SpikeLimit.forRunLength(spike)));
  }

  /**
   * Indices of the nights in which a finding is newly opened: it opens with an alarm and is gone
   * after seven nights in a row within half of both limits.
   */
  public List<Integer> openings(List<Night> nights) {
    List<ScoredNight> scored = SelfStartingScore.with(options).replay(nights);
    List<Integer> openings = new ArrayList<>();
    boolean open = false;
    int calm = 0;
    for (int i = 0; i < scored.size(); i++) {
      ScoredNight night = scored.get(i);
      calm = isCalm(night) ? calm + 1 : 0;
      if (!open && night.alarm()) {
        openings.add(i);
        open = true;
      } else if (calm >= NIGHTS_UNTIL_GONE) {
        open = false;
      }
    }
    return openings;
  }

  private boolean isCalm(ScoredNight night) {
    return night.state() == ScoredNight.State.SCORED && options.isCalm(night.z(), night.ewma());
  }
}
