package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a route by release: the moments of a measure in each, night by night. */
final class Arms {
  private final RouteCase route;
  private final Map<Slice, JudgedSlice> arms = new HashMap<>();

  Arms(RouteCase route) {
    this.route = route;
    route.strataByRelease().forEach(slice -> arms.put(slice.slice(), slice));
  }

  /** Moments of every stratum of the route under a release, in the order of the strata. */
  List<SortedMap<Long, StratumMoments>> strata(Measure measure, String release) {
    return route.strata().stream().map(s -> stratum(measure, s.slice(), release)).toList();
  }

  /** Moments of one stratum under a release; none where it did not serve it. */
  SortedMap<Long, StratumMoments> stratum(Measure measure, Slice stratum, String release) {
    JudgedSlice arm = arms.get(stratum.with(Level.RELEASE, release));
    var stream = arm == null ? null : arm.compared().streams().get(measure);
    return stream == null ? new TreeMap<>() : stream.moments();
  }

  /** All values of a measure in a stratum under a release from a night to tonight. */
  StratumMoments pooled(Measure measure, Slice stratum, String release, long from) {
    return stratum(measure, stratum, release).subMap(from, route.night() + 1).values().stream()
        .reduce(StratumMoments.absent(), StratumMoments::plus);
  }

  /** All values of a measure in the route under a release from a night to tonight. */
  StratumMoments pooled(Measure measure, String release, long from) {
    return route.strata().stream()
        .map(stratum -> pooled(measure, stratum.slice(), release, from))
        .reduce(StratumMoments.absent(), StratumMoments::plus);
  }

  /** The measures that a release has values of. */
  Set<Measure> measures(String release) {
    Set<Measure> measures = new TreeSet<>();
    arms.forEach(
        (slice, arm) -> {
          if (release.equals(slice.dimensions().get(Level.RELEASE))) {
            measures.addAll(arm.compared().streams().keySet());
          }
        });
    return measures;
  }
}
