package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.RouteReleases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Two releases that served a route in the same nights, as a canary beside the release before it or
 * a new release beside a part of the traffic that was held back.
 *
 * @param later the one that came later to the route: the one to judge
 * @param earlier the one to judge it by
 * @param nights the nights that both served, as far as their archive can be relied on
 */
record Contest(String later, String earlier, List<Long> nights) {
  Contest {
    nights = List.copyOf(nights);
  }

  /**
   * For every release that serves tonight the one that came earlier and shares most interactions
   * with it; of two that came on the same night neither can be called the earlier.
   */
  static List<Contest> of(RouteCase route, int window) {
    SortedMap<Long, SortedMap<String, Long>> nights =
        route.releases().nights().subMap(route.night() - window, route.night() + 1);
    List<Contest> contests = new ArrayList<>();
    for (String later : route.releases().on(route.night()).keySet()) {
      opponent(route.releases(), later, nights)
          .map(earlier -> of(later, earlier, nights, route.unreliable()))
          .filter(contest -> !contest.nights().isEmpty())
          .ifPresent(contests::add);
    }
    return contests;
  }

  private static Contest of(
      String later,
      String earlier,
      SortedMap<Long, SortedMap<String, Long>> nights,
      Collection<Long> unreliable) {
    List<Long> shared =
        nights.keySet().stream()
            .filter(night -> !unreliable.contains(night))
            .filter(night -> both(nights.get(night), later, earlier) > 0)
            .toList();
    return new Contest(later, earlier, shared);
  }

  private static Optional<String> opponent(
      RouteReleases releases, String later, SortedMap<Long, SortedMap<String, Long>> nights) {
    return nights.values().stream()
        .flatMap(night -> night.keySet().stream())
        .distinct()
        .filter(other -> releases.firstNight(other) < releases.firstNight(later))
        .max(
            Comparator.comparingLong((String other) -> shared(nights, later, other))
                .thenComparing(Comparator.reverseOrder()))
        .filter(other -> shared(nights, later, other) > 0);
  }

  private static long shared(
      SortedMap<Long, SortedMap<String, Long>> nights, String later, String earlier) {
    return nights.values().stream().mapToLong(night -> both(night, later, earlier)).sum();
  }

  private static long both(SortedMap<String, Long> night, String later, String earlier) {
    return Math.min(night.getOrDefault(later, 0L), night.getOrDefault(earlier, 0L));
  }

  long first() {
    return nights.get(0);
  }

  /** Whether both have more than a trace of a night. */
  boolean isLive(RouteReleases releases, long night) {
    return releases.serves(later, night) && releases.serves(earlier, night);
  }

  /** Interactions of both, the later one first, on the nights that they shared. */
  long[] interactions(RouteReleases releases) {
    return new long[] {sum(releases, later), sum(releases, earlier)};
  }

  private long sum(RouteReleases releases, String release) {
    return nights.stream().mapToLong(night -> releases.on(night).getOrDefault(release, 0L)).sum();
  }
}
