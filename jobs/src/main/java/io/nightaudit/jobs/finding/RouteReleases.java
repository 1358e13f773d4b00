package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which releases served one route on which nights. */
public final class RouteReleases {
  /** Share of a night's interactions below which a release does not count as serving. */
  private static final double LEAST_SHARE = 0.01;

  /** Nights of a route without a release after which that is another deployment. */
  private static final int NIGHTS_AWAY = 3;

  private final Slice route;
  private final SortedMap<Long, SortedMap<String, Long>> nights;
  private final SortedMap<String, Long> firstNights;
  private final Optional<Integer> modelPart;

  /**
   * The releases of a route.
   *
   * @param nights night to release to interactions, over the window
   * @param known first night of releases as earlier nights recorded it
   * @param modelPart which part of a release's name is the model that answered, if one is
   */
  public RouteReleases(
      Slice route,
      SortedMap<Long, SortedMap<String, Long>> nights,
      Map<String, Long> known,
      Optional<Integer> modelPart) {
    this.route = route;
    this.nights = nights;
    this.modelPart = modelPart;
    this.firstNights = new TreeMap<>(known);
    nights.forEach(
        (night, releases) ->
            releases.keySet().forEach(release -> firstNights.merge(release, night, Math::min)));
  }

  public Slice route() {
    return route;
  }

  /** Interactions of each release on a night. */
  public SortedMap<String, Long> on(long night) {
    return nights.getOrDefault(night, new TreeMap<>());
  }

  /** The nights of the window on which the route was served. */
  public SortedMap<Long, SortedMap<String, Long>> nights() {
    return nights;
  }

  /** The first night that a release was seen. */
  public long firstNight(String release) {
    return firstNights.get(release);
  }

  /**
   * The first night of the service that a release is in on a night: one that the route did without
   * for some nights in a row came back as another deployment.
   */
  public long servingSince(String release, long night) {
    long since = night;
    int away = 0;
    for (long day :
        nights.headMap(night + 1).keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
      away = on(day).containsKey(release) ? 0 : away + 1;
      if (away == NIGHTS_AWAY) {
        return since;
      }
      since = away == 0 ? day : since;
    }
    return since;
  }

  /** The release that served most on a night. */
  public Optional<String> dominant(long night) {
    return on(night).entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /** Whether a release served a night with more than a trace of its interactions. */
  public boolean serves(String release, long night) {
    long total = on(night).values().stream().mapToLong(Long::longValue).sum();
    return on(night).getOrDefault(release, 0L) > LEAST_SHARE * total;
  }

  /** Changes from a night on up to another, the latest first. */
  public List<ReleaseChange> changes(long from, long to) {
    List<ReleaseChange> changes = new ArrayList<>();
    for (String release : on(to).keySet()) {
      long first = firstNights.get(release);
      if (first >= from && first <= to && serves(release, to)) {
        before(first).ifPresent(earlier -> changes.add(change(first, earlier, release)));
      }
    }
    changes.sort(
        Comparator.comparingLong(ReleaseChange::epochDay)
            .reversed()
            .thenComparing(ReleaseChange::to));
    return changes;
  }

  private Optional<String> before(long night) {
    SortedMap<Long, SortedMap<String, Long>> earlier = nights.headMap(night);
    return earlier.isEmpty() ? Optional.empty() : dominant(earlier.lastKey());
  }

  private ReleaseChange change(long night, String from, String to) {
    return new ReleaseChange(route, night, from, to, isSilent(from, to));
  }

  private boolean isSilent(String from, String to) {
    return modelPart.map(part -> !part(from, part).equals(part(to, part))).orElse(false);
  }

  private static String part(String release, int index) {
    String[] parts = release.split(" \\+ ", -1);
    return index < parts.length ? parts[index] : release;
  }
}
