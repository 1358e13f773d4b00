package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.SelfStartingScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

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
   * definition as that night, without a gap of another definition, and none that the calendar
   * excludes.
   */
  List<StreamNight> history(SortedMap<Long, StreamNight> nights, long night) {
    String definition = nights.get(night).definition();
    List<StreamNight> same = new ArrayList<>();
    for (StreamNight each : nights.subMap(night - policy.historyNights() + 1, night + 1).values()) {
      if (!each.definition().equals(definition)) {
        same.clear();
      } else if (each.followed() && !policy.isExcluded(each.epochDay())) {
        same.add(each);
      }
    }
    return same;
  }

  /** The scored nights of a history; an unreliable night is scored but teaches nothing. */
  ScoredStream replay(List<StreamNight> history, StreamLimits limits, boolean rising) {
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
    ScoreOptions options = limits.options(policy.score(), rising, List.of());
    return new ScoredStream(
        history,
        SelfStartingScore.with(options).replay(nights),
        new Episodes(policy.score().unusual(), options));
  }
}
