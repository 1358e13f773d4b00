package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
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
 * @param unaffected other routes as slices, whose release did not change
 * @param findings tonight's findings within the route
 * @param lastKnownGood the most recent release before the change without a breach, if there is one
 */
public record RouteCase(
    long night,
    boolean reliable,
    Set<Long> unreliable,
    RouteReleases releases,
    JudgedSlice whole,
    List<JudgedSlice> strata,
    List<JudgedSlice> strataByRelease,
    List<JudgedSlice> unaffected,
    List<Finding> findings,
    Optional<String> lastKnownGood) {
  public RouteCase {
    unreliable = Set.copyOf(unreliable);
    strata = List.copyOf(strata);
    strataByRelease = List.copyOf(strataByRelease);
    unaffected = List.copyOf(unaffected);
    findings = List.copyOf(findings);
  }

  public Slice route() {
    return releases.route();
  }
}
