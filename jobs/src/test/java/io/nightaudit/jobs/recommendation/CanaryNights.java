package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.series.DailyScale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Nights of one route with the counts of each task and release, straight to the advice: no score
 * judges them, so that thousands of nights take a second.
 */
final class CanaryNights {
  static final Slice ROUTE = Slice.of("request_model", "m");

  private final SortedMap<Slice, SortedMap<Measure, SortedMap<Long, StratumMoments>>> cells =
      new TreeMap<>();
  private final SortedMap<Slice, SortedMap<Long, SortedMap<String, Long>>> releases =
      new TreeMap<>();
  private final Set<String> bad = new TreeSet<>();
  private final Set<String> kept = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<CanaryNights> unaffected = new ArrayList<>();
  private final Map<Slice, Set<Measure>> moved = new HashMap<>();

  /** Interactions of a release on a night in one task, without any measure. */
  CanaryNights serve(String release, long night, String task, long rows) {
    for (Slice slice : List.of(ROUTE, stratum(task))) {
      releases
          .computeIfAbsent(slice, s -> new TreeMap<>())
          .computeIfAbsent(night, n -> new TreeMap<>())
          .merge(release, rows, Long::sum);
    }
    return this;
  }

  /** A rate of a release on a night in one task. */
  CanaryNights rate(Measure of, String release, long night, String task, long events, long rows) {
    return values(of, release, night, task, StratumMoments.rate(events, rows));
  }

  /** Values of a release on a night in one task. */
  CanaryNights values(
      Measure measure, String release, long night, String task, StratumMoments moments) {
    for (Slice slice : List.of(ROUTE, stratum(task), stratum(task).with("release", release))) {
      cells
          .computeIfAbsent(slice, s -> new TreeMap<>())
          .computeIfAbsent(measure, m -> new TreeMap<>())
          .merge(night, moments, StratumMoments::plus);
    }
    return this;
  }

  CanaryNights bad(String release) {
    bad.add(release);
    return this;
  }

  CanaryNights keep(String release) {
    kept.add(release);
    return this;
  }

  /** Another route, without a release change. */
  CanaryNights beside(CanaryNights other) {
    unaffected.add(other);
    return this;
  }

  /** The other route has a finding of a measure. */
  CanaryNights movedBeside(Measure measure) {
    moved.put(ROUTE, Set.of(measure));
    return this;
  }

  CanaryNights with(Finding finding) {
    findings.add(finding);
    return this;
  }

  private static Slice stratum(String task) {
    return ROUTE.with("task", task);
  }

  /** The case of a night. */
  RouteCase on(long night) {
    SortedMap<Long, SortedMap<String, Long>> served = releases.get(ROUTE).headMap(night + 1);
    List<JudgedSlice> slices = cells.keySet().stream().map(slice -> slice(slice, night)).toList();
    return new RouteCase(
        night,
        true,
        Set.of(),
        new RouteReleases(ROUTE, served, Map.of(), Optional.of(0)),
        at(slices, 1).get(0),
        at(slices, 2),
        at(slices, 3),
        unaffected.stream().map(other -> other.on(night).whole()).toList(),
        moved,
        findings,
        known(served));
  }

  private List<ReleaseRecord> known(SortedMap<Long, SortedMap<String, Long>> served) {
    SortedMap<String, SortedMap<Long, Long>> nights = new TreeMap<>();
    served.forEach(
        (night, counts) ->
            counts.forEach(
                (release, n) ->
                    nights.computeIfAbsent(release, r -> new TreeMap<>()).put(night, n)));
    List<ReleaseRecord> known = new ArrayList<>();
    nights.forEach(
        (release, of) -> {
          TreeSet<Long> breaches = new TreeSet<>(bad.contains(release) ? of.keySet() : Set.of());
          known.add(new ReleaseRecord(release, of, kept.contains(release), breaches, List.of()));
        });
    return known;
  }

  private static List<JudgedSlice> at(List<JudgedSlice> slices, int dimensions) {
    return slices.stream()
        .filter(slice -> slice.slice().dimensions().size() == dimensions)
        .toList();
  }

  private JudgedSlice slice(Slice slice, long night) {
    SortedMap<Measure, ComparedStream> streams = new TreeMap<>();
    cells
        .get(slice)
        .forEach((measure, nights) -> streams.put(measure, stream(measure, nights, night)));
    return new JudgedSlice(
        new ComparedSlice(
            slice, streams, releases.getOrDefault(slice, new TreeMap<>()), new TreeMap<>()),
        new TreeMap<>());
  }

  private static ComparedStream stream(
      Measure measure, SortedMap<Long, StratumMoments> nights, long night) {
    SortedMap<Long, Evidence> evidence = new TreeMap<>();
    StratumMoments tonight = nights.get(night);
    if (tonight != null) {
      evidence.put(night, evidence(measure, tonight));
    }
    return new ComparedStream(measure, new TreeMap<>(), evidence, nights.headMap(night + 1));
  }

  private static Evidence evidence(Measure measure, StratumMoments tonight) {
    double none = Double.NaN;
    boolean share = measure.metric().unit().equals("share");
    return new Evidence(
        tonight.mean(),
        tonight.n(),
        share ? Math.round(tonight.mean() * tonight.n()) : -1,
        none,
        none,
        none,
        none,
        DailyScale.ARCSINE,
        false,
        new Evidence.Baseline(none, 0, 0),
        new Evidence.Change(Evidence.ChangeKind.POINTS, none, none, none),
        new TreeMap<>(),
        List.of());
  }
}
