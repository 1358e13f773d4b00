package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges whether the distribution of a stream's values has moved: the distance of each night from
 * the nights before it, as it was computed on its own night, is a stream with a share of the alarm
 * budget, on which only a rise alarms.
 */
final class DistanceJudge {
  private final Policy policy;
  private final AlarmBudget budget;
  private final StreamScore score;

  DistanceJudge(Policy policy, AlarmBudget budget, StreamScore score) {
    this.policy = policy;
    this.budget = budget;
    this.score = score;
  }

  /** The story of a distribution that has moved further than is material, and alarms. */
  Optional<Judgement.Episode> moved(Slice slice, ComparedStream stream, long night) {
    if (!AlarmBudget.hasDistance(stream.measure())
        || !isMaterial(stream, stream.nights().get(night))) {
      return Optional.empty();
    }
    List<StreamNight> history = score.history(distances(stream), night);
    if (history.isEmpty()) {
      return Optional.empty();
    }
    ScoredStream scored =
        score.replay(history, budget.distanceLimits(slice, stream.measure()), true);
    return scored
        .alarm()
        .flatMap(alarm -> scored.story(alarm, i -> isMaterial(stream, scored.nights().get(i))));
  }

  private static SortedMap<Long, StreamNight> distances(ComparedStream stream) {
    SortedMap<Long, StreamNight> nights = new TreeMap<>();
    stream.nights().forEach((day, night) -> nights.put(day, night.ofDistance()));
    return nights;
  }

  private boolean isMaterial(ComparedStream stream, StreamNight night) {
    MetricPolicy tolerance = policy.of(stream.measure());
    return night.n() >= policy.minimumRows()
        && tolerance.isMaterialDistance(night.distance().value(), night.distance().floor());
  }
}
