package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.FindingId;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the evidence that a rollback rests on by one hash, so that it can be said later whether it
 * is still what it was: the releases, the configuration with its policy and thresholds, and of each
 * night of the baseline the traffic of each release and size, mean and variance of each gate metric
 * in each part of the route. It names no file: the same rows in other files are the same evidence.
 */
public final class EvidenceFreeze {
  private final String configurationHash;
  private final Policy policy;

  public EvidenceFreeze(String configurationHash, Policy policy) {
    this.configurationHash = configurationHash;
    this.policy = policy;
  }

  /** A recommendation with the hash of its evidence, where it is a rollback. */
  public Recommendation on(Recommendation advice, Collection<RouteCase> cases) {
    return advice.action() != Action.ROLL_BACK
        ? advice
        : cases.stream()
            .filter(route -> route.route().equals(advice.route()))
            .findFirst()
            .map(route -> advice.frozen(FindingId.sha256(content(route, advice))))
            .orElse(advice);
  }

  private String content(RouteCase route, Recommendation advice) {
    List<String> lines = new ArrayList<>();
    lines.add("route " + route.route().key());
    lines.add("from " + advice.fromRelease());
    lines.add("to " + advice.toRelease());
    lines.add("configuration " + configurationHash);
    lines.add("policy " + policy.version());
    advice.findings().forEach(finding -> lines.add("finding " + finding));
    releases(route, lines);
    Stream.concat(Stream.of(route.whole()), route.strata().stream())
        .sorted(Comparator.comparing(JudgedSlice::slice))
        .forEach(slice -> moments(slice, route.night(), lines));
    return String.join("\n", lines);
  }

  private void releases(RouteCase route, List<String> lines) {
    route
        .releases()
        .nights()
        .subMap(route.night() - policy.baselineNights(), route.night() + 1)
        .forEach(
            (night, releases) ->
                releases.forEach((release, rows) -> lines.add(day(night) + rows + " " + release)));
  }

  private void moments(JudgedSlice slice, long night, List<String> lines) {
    slice
        .compared()
        .streams()
        .forEach(
            (measure, stream) -> {
              if (policy.of(measure).gate()) {
                stream
                    .moments()
                    .subMap(night - policy.baselineNights(), night + 1)
                    .forEach((day, of) -> lines.add(day(day) + name(slice, measure) + " " + of));
              }
            });
  }

  private static String name(JudgedSlice slice, Measure measure) {
    return measure.name() + " " + slice.slice().key();
  }

  private static String day(long night) {
    return LocalDate.ofEpochDay(night) + " ";
  }
}
