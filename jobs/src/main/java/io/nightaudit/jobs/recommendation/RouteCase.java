package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the advice on one route rests on.
 *
 * @param night the night, in days since 1970-01-01
 * @param reliable whether the night's archive can be relied on
 * @param unreliable nights whose archive cannot be relied on
 * @param releases which releases served the route
 * @param whole the route as one slice
 * @param strata the route by the dimensions over which its mix is held fixed
 * @param strataByRelease the same, by release
 * @param others other routes as slices, without a release change
 * @param moved measures that have found something in these since the last change of this one
 * @param findings tonight's findings within the route
 * @param known what is known of each release of the route
 */
public record RouteCase(
    long night,
    boolean reliable,
    Set<Long> unreliable,
    RouteReleases releases,
    JudgedSlice whole,
    List<JudgedSlice> strata,
    List<JudgedSlice> strataByRelease,
    List<JudgedSlice> others,
    Map<Slice, Set<Measure>> moved,
    List<Finding> findings,
    List<ReleaseRecord> known) {
  public RouteCase {
    unreliable = Set.copyOf(unreliable);
    strata = List.copyOf(strata);
    strataByRelease = List.copyOf(strataByRelease);
    others = List.copyOf(others);
    moved = Map.copyOf(moved);
    findings = List.copyOf(findings);
    known = List.copyOf(known);
  }

  public Slice route() {
    return releases.route();
  }

  /** The other routes on which a measure has found nothing. */
  List<JudgedSlice> unaffected(Measure measure) {
    return others.stream()
        .filter(other -> !moved.getOrDefault(other.slice(), Set.of()).contains(measure))
        .toList();
  }

  /** What is known of a release. */
  Optional<ReleaseRecord> known(String release) {
    return known.stream().filter(each -> each.release().equals(release)).findFirst();
  }

  /** The most recent release before a night, other than one, that is known to be good. */
  Optional<String> lastKnownGood(String other, long before) {
    return lastKnownGood(known, other, before).map(ReleaseRecord::release);
  }

  /**
   * The most recent release before a night that is known to be good; of two that served the same
   * night the one that served more.
   *
   * @param other the release that is left out
   */
  public static Optional<ReleaseRecord> lastKnownGood(
      List<ReleaseRecord> known, String other, long before) {
    return known.stream()
        .filter(release -> !release.release().equals(other))
        .filter(release -> release.isGoodBefore(before))
        .max(
            Comparator.comparingLong((ReleaseRecord r) -> r.served().headMap(before).lastKey())
                .thenComparing(r -> r.served().get(r.served().headMap(before).lastKey()))
                .thenComparing(ReleaseRecord::release, Comparator.reverseOrder()));
  }
}
