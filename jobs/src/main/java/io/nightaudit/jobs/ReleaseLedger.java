package io.nightaudit.jobs;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.ReleaseState;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.recommendation.ReleaseRecord;
import io.nightaudit.jobs.recommendation.RouteCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ledger of releases: what is known of each on each night, and which are known to be good. */
final class ReleaseLedger {
  private final Policy policy;
  private final Set<Key> kept = new HashSet<>();

  private record Key(Slice route, String release) {}

  /**
   * A ledger.
   *
   * @param earlier its rows of nights before the first one judged, in order
   */
  ReleaseLedger(Policy policy, List<ReleaseNight> earlier) {
    this.policy = policy;
    earlier.forEach(row -> note(row.route(), row.release(), row.state() == ReleaseState.KEPT));
  }

  private void note(Slice route, String release, boolean isKept) {
    if (isKept) {
      kept.add(new Key(route, release));
    } else {
      kept.remove(new Key(route, release));
    }
  }

  /** What is known of every release of a route up to a night. */
  List<ReleaseRecord> known(
      RouteReleases route, long night, SortedMap<Long, List<Finding>> findings) {
    SortedMap<String, SortedMap<Long, Long>> served = new TreeMap<>();
    route
        .nights()
        .headMap(night + 1)
        .forEach(
            (day, releases) ->
                releases.forEach(
                    (release, interactions) ->
                        served
                            .computeIfAbsent(release, r -> new TreeMap<>())
                            .put(day, interactions)));
    List<ReleaseRecord> known = new ArrayList<>();
    served.forEach((release, nights) -> known.add(record(route, release, nights, night, findings)));
    return known;
  }

  private ReleaseRecord record(
      RouteReleases route,
      String release,
      SortedMap<Long, Long> served,
      long night,
      SortedMap<Long, List<Finding>> findings) {
    long from = night - policy.baselineNights();
    List<Finding> own = own(route, release, findings.subMap(from, night + 1).values());
    SortedSet<Long> breaches = new TreeSet<>();
    SortedMap<String, Finding> latest = new TreeMap<>();
    for (Finding finding : own) {
      if (finding.verdict() == Verdict.BREACH && policy.of(finding.measure()).gate()) {
        breaches.add(finding.epochDay());
      }
      if (finding.verdict().compareTo(Verdict.CHANGED) < 0) {
        latest.put(finding.id(), finding);
      }
    }
    boolean isKept = kept.contains(new Key(route.route(), release));
    return new ReleaseRecord(release, served, isKept, breaches, List.copyOf(latest.values()));
  }

  /** Findings that began while a release served most of a route, in the order of nights. */
  private static List<Finding> own(
      RouteReleases route, String release, Collection<List<Finding>> nights) {
    return nights.stream()
        .flatMap(List::stream)
        .filter(finding -> !finding.kind().equals("release"))
        .filter(finding -> finding.isAbout(route.route()))
        .filter(finding -> route.dominant(finding.began()).map(release::equals).orElse(false))
        .toList();
  }

  /** The rows of a route on a night, once its advice is given. */
  List<ReleaseNight> rows(
      RouteReleases route,
      long night,
      SortedMap<Long, List<Finding>> findings,
      List<Recommendation> advice) {
    advice.stream()
        .filter(each -> each.epochDay() == night && each.route().equals(route.route()))
        .forEach(this::decided);
    long from = night - policy.baselineNights();
    List<ReleaseRecord> known = known(route, night, findings);
    return known.stream()
        .filter(release -> release.lastNight() >= from)
        .map(release -> row(route, night, release, known, findings))
        .toList();
  }

  private void decided(Recommendation advice) {
    boolean keep = advice.action() == Action.KEEP && advice.grade() == Recommendation.Grade.A;
    if (keep || advice.action() == Action.ROLL_BACK) {
      note(advice.route(), advice.fromRelease(), keep);
    }
  }

  private ReleaseNight row(
      RouteReleases route,
      long night,
      ReleaseRecord release,
      List<ReleaseRecord> known,
      SortedMap<Long, List<Finding>> findings) {
    long first = route.firstNight(release.release());
    long from = night - policy.baselineNights();
    Optional<ReleaseRecord> good = RouteCase.lastKnownGood(known, release.release(), first);
    return new ReleaseNight(
        night,
        route.route(),
        release.release(),
        route.on(night).getOrDefault(release.release(), 0L),
        first,
        worst(route, release.release(), from, findings.subMap(from, night + 1).values()),
        release.lastNight(),
        release.served().size(),
        state(route, release, night),
        good.map(ReleaseRecord::release));
  }

  private static ReleaseState state(RouteReleases route, ReleaseRecord release, long night) {
    if (release.kept()) {
      return ReleaseState.KEPT;
    }
    return route.on(night).containsKey(release.release())
        ? ReleaseState.SERVING
        : ReleaseState.GONE;
  }

  /** The worst verdict on a gate metric that began while a release served most of a route. */
  private Verdict worst(
      RouteReleases route, String release, long from, Collection<List<Finding>> nights) {
    return own(route, release, nights).stream()
        .filter(finding -> finding.began() >= from)
        .filter(finding -> policy.of(finding.measure()).gate())
        .map(Finding::verdict)
        .min(Verdict::compareTo)
        .orElse(Verdict.WITHIN_TOLERANCE);
  }
}
