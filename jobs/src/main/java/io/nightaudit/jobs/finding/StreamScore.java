package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.ScorePolicy;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Replays the daily score of one stream up to a night, from the daily values alone. */
final class StreamScore {
  private final Policy policy;
  private final Set<Long> unreliable;

  StreamScore(Policy policy, Set<Long> unreliable) {
    this.policy = policy;
    this.unreliable = unreliable;
  }

  /**
   * The nights that a score of a night may rest on: up to {@code history-nights}, of the same
   * definition as that night, without a gap of another definition.
   */
  List<StreamNight> history(ComparedStream stream, long night) {
    String definition = stream.nights().get(night).definition();
    List<StreamNight> same = new ArrayList<>();
    for (StreamNight each :
        stream.nights().subMap(night - policy.historyNights() + 1, night + 1).values()) {
      if (!each.definition().equals(definition)) {
        same.clear();
      } else if (each.followed()) {
        same.add(each);
      }
    }
    return same;
  }

  /** The scored nights of a history; an unreliable night is scored but teaches nothing. */
  List<ScoredNight> replay(List<StreamNight> history, boolean rising) {
    List<Night> nights =
        history.stream()
            .map(
                night ->
                    new Night(
                        Math.toIntExact(night.epochDay()),
                        night.y(),
                        night.variance(),
                        unreliable.contains(night.epochDay())))
            .toList();
    return SelfStartingScore.with(options(rising)).replay(nights);
  }

  private ScoreOptions options(boolean rising) {
    ScorePolicy score = policy.score();
    ScoreOptions defaults = ScoreOptions.defaults();
    return new ScoreOptions(
        score.learningNights(),
        score.weekdayNights(),
        score.ewmaWeight(),
        score.ewmaLimit(),
        score.spikeLimit(),
        defaults.clip(),
        rising,
        List.of());
  }
}
