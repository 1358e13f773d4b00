package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ChangeEvidence;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the cause of a finding follows from.
 *
 * @param measure what moved
 * @param incomplete whether only a night with an incomplete archive shows it
 * @param redefined whether the measure meant something else within the nights compared
 * @param share whether a change of volume is one of this slice's share of the traffic
 * @param releases release changes on routes that meet the slice, within a night of its begin, the
 *     one to name first where nothing tells them apart
 * @param change sizes and splits, where they can be had
 * @param ownInputs measures of the questions of this slice that found something
 * @param inputsAround the same of slices around it
 * @param inputTokens share of a change of tokens that are tokens of the input; NaN where not known
 */
record CauseFacts(
    Measure measure,
    boolean incomplete,
    boolean redefined,
    boolean share,
    List<ReleaseChange> releases,
    Optional<ChangeEvidence> change,
    List<Measure> ownInputs,
    List<Measure> inputsAround,
    double inputTokens) {
  private static final double MOST = 0.5;

  CauseFacts {
    releases = List.copyOf(releases);
    ownInputs = List.copyOf(ownInputs);
    inputsAround = List.copyOf(inputsAround);
  }

  boolean inputAlarmed() {
    return !ownInputs.isEmpty() || !inputsAround.isEmpty();
  }

  Optional<MixSplit> split() {
    return change.flatMap(ChangeEvidence::split);
  }

  /** The release change to name: of several the one on whose route most changed. */
  Optional<ReleaseChange> release() {
    return releases.stream().max(Comparator.comparingDouble(change -> part(change.route())));
  }

  /** What share of the change at the same mix lies on a route; 1 where that cannot be told. */
  private double part(Slice route) {
    Optional<MixSplit> split = split().filter(s -> s.by().containsAll(route.level()));
    if (split.isEmpty()) {
      return 1;
    }
    double part =
        split.get().parts().stream()
            .filter(p -> p.slice().isWithin(route))
            .mapToDouble(MixSplit.Part::behaviour)
            .sum();
    return part == 0 ? 0 : part / split.get().behaviour();
  }

  /** Whether most of what changed at the same mix changed on the routes of the releases. */
  boolean releasesCarryIt() {
    return releases.stream().map(ReleaseChange::route).distinct().mapToDouble(this::part).sum()
        >= MOST;
  }
}
