package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.comparison.Partitions;
import io.nightaudit.jobs.comparison.SliceComparison;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.NightFindings;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.SliceJudge;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Nights of one route with errors that a test chooses, judged like those of an archive. */
final class RouteNights {
  static final Slice ROUTE = Slice.of("request_model", "m");

  private final Policy policy;
  private final AlarmBudget budget;
  private final boolean mixed;
  private final SortedMap<Slice, SortedMap<Long, SortedMap<String, Summary>>> cells =
      new TreeMap<>();
  private boolean reliable = true;
  private boolean target = true;

  /**
   * A route.
   *
   * @param mixed whether a dimension is measured over which its mix can be held fixed
   */
  RouteNights(AuditConfiguration configuration, boolean mixed) {
    this.policy = configuration.policy();
    this.budget = AlarmBudget.of(configuration);
    this.mixed = mixed;
  }

  /** Interactions of a release on some nights, in equal parts of two tasks. */
  RouteNights serve(String release, int from, int to, int rows, double errors) {
    for (int night = from; night <= to; night++) {
      // The errors of a day vary a little, as they do.
      double wave = 1 + 0.1 * ((night * 7 % 5) - 2) / 2.0;
      for (String task : List.of("a", "b")) {
        int half = rows / 2;
        add(night, Slice.of("request_model", "m", "task", task), release, half, errors * wave);
      }
    }
    return this;
  }

  RouteNights unreliable() {
    reliable = false;
    return this;
  }

  RouteNights withoutTarget() {
    target = false;
    return this;
  }

  private void add(int night, Slice stratum, String release, int rows, double errors) {
    for (Slice slice : List.of(ROUTE, stratum, stratum.with("release", release))) {
      put(slice, night, Metric.INTERACTIONS.id(), new Rate(rows, rows, 0));
      put(slice, night, Metric.ERRORS.id(), new Rate(Math.round(rows * errors), rows, 0));
      CategoryCounts.Accumulator releases = new CategoryCounts.Accumulator();
      for (int i = 0; i < rows; i++) {
        releases.add(release);
      }
      put(slice, night, Metric.RELEASES.id(), releases.build());
    }
  }

  private void put(Slice slice, long night, String metric, Summary summary) {
    cells
        .computeIfAbsent(slice, s -> new TreeMap<>())
        .computeIfAbsent(night, n -> new TreeMap<>())
        .merge(metric, summary, Summary::plus);
  }

  /** The advice on a night, judged by itself. */
  Recommendation on(int night) {
    return on(night, night);
  }

  /** The advice on a night that is judged together with later ones. */
  Recommendation on(int night, int last) {
    List<JudgedSlice> slices = cells.keySet().stream().map(slice -> judged(slice, last)).toList();
    RouteReleases releases =
        new RouteReleases(
            ROUTE, at(slices, 1).get(0).compared().releases(), Map.of(), Optional.of(0));
    List<JudgedSlice> strata = at(slices, mixed ? 2 : 1);
    List<Finding> findings =
        new NightFindings(List.of(releases)).of(night, slices, Partitions.none());
    return new RouteAdvisor(policy)
        .advise(
            new RouteCase(
                night,
                reliable,
                Set.of(),
                releases,
                at(slices, 1).get(0),
                strata,
                at(slices, 3),
                List.of(),
                Map.of(),
                findings,
                known(releases, night)));
  }

  private List<ReleaseRecord> known(RouteReleases releases, int night) {
    SortedMap<String, SortedMap<Long, Long>> served = new TreeMap<>();
    releases
        .nights()
        .headMap(night + 1L)
        .forEach(
            (day, counts) ->
                counts.forEach(
                    (release, n) ->
                        served.computeIfAbsent(release, r -> new TreeMap<>()).put(day, n)));
    List<ReleaseRecord> known = new ArrayList<>();
    served.forEach(
        (release, nights) -> {
          SortedSet<Long> breaches = new TreeSet<>(target ? List.of() : nights.keySet());
          known.add(new ReleaseRecord(release, nights, false, breaches, List.of()));
        });
    return known;
  }

  private static List<JudgedSlice> at(List<JudgedSlice> slices, int dimensions) {
    return slices.stream()
        .filter(slice -> slice.slice().dimensions().size() == dimensions)
        .toList();
  }

  private JudgedSlice judged(Slice slice, int last) {
    List<ProfileRow> rows = new ArrayList<>();
    SortedSet<Long> nights = new TreeSet<>();
    cells
        .get(slice)
        .headMap(last + 1L)
        .forEach(
            (day, metrics) -> {
              nights.add(day);
              metrics.forEach((metric, summary) -> rows.add(row(slice, day, metric, summary)));
            });
    return new SliceJudge(policy, budget, Set.of())
        .judge(
            new SliceComparison(slice, rows, policy.baselineNights())
                .compare(nights, new TreeMap<>()));
  }

  private static ProfileRow row(Slice slice, long day, String metric, Summary summary) {
    return new ProfileRow(
        day, slice.key(), metric, summary.count(), 0, "definition", summary.toBytes());
  }
}
