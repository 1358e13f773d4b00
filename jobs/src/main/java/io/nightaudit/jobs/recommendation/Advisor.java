package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stage 5: one recommendation for each route, and one for each slice that no route explains. */
public final class Advisor {
  private static final Comparator<Recommendation> STRONGEST_FIRST =
      Comparator.comparing(Recommendation::action)
          .reversed()
          .thenComparing(Recommendation::route)
          .thenComparing(Recommendation::slice);

  private final RouteAdvisor routes;

  public Advisor(Policy policy) {
    this.routes = new RouteAdvisor(policy);
  }

  /**
   * Advises on a night.
   *
   * @param others findings of the night that belong to no route
   */
  public List<Recommendation> advise(long night, List<RouteCase> cases, List<Finding> others) {
    List<Recommendation> advice = new ArrayList<>(cases.stream().map(routes::advise).toList());
    boolean explained =
        advice.stream().anyMatch(each -> each.action().compareTo(Action.INVESTIGATE) >= 0);
    breaches(others, explained)
        .forEach((slice, findings) -> advice.add(look(night, slice, findings)));
    advice.sort(STRONGEST_FIRST);
    return advice;
  }

  /** What coincides with a release change is dealt with by the advice on its route. */
  private static SortedMap<Slice, List<Finding>> breaches(
      List<Finding> findings, boolean explained) {
    SortedMap<Slice, List<Finding>> breaches = new TreeMap<>();
    findings.stream()
        .filter(finding -> finding.verdict() == Verdict.BREACH)
        .filter(finding -> !(explained && finding.cause().isRelease()))
        .forEach(
            finding ->
                breaches.computeIfAbsent(finding.slice(), slice -> new ArrayList<>()).add(finding));
    return breaches;
  }

  private static Recommendation look(long night, Slice slice, List<Finding> findings) {
    return new Recommendation(
        RecommendationId.of(slice, findings),
        night,
        Slice.ALL,
        slice,
        Action.INVESTIGATE,
        "",
        "",
        Grade.NONE,
        "Find out what changed in " + slice.title(),
        Optional.empty(),
        findings.stream().map(Finding::sentence).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        findings.stream().map(Finding::id).toList(),
        Optional.empty(),
        Optional.empty(),
        "");
  }
}
