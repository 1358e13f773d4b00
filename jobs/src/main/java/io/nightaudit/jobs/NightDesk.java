package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.NightFindings;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.recommendation.Advisor;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.recommendation.RouteCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stages 4 and 5 of a night, once its slices are judged: findings, then recommendations. */
final class NightDesk {
  private final AuditConfiguration configuration;
  private final Policy policy;
  private final Shown shown;
  private final CoverageHistory coverage;
  private final List<JudgedSlice> slices;
  private final List<RouteReleases> routes;
  private final AcceptedChanges accepted;
  private final SortedMap<Long, List<Finding>> findings = new TreeMap<>();

  /**
   * A desk.
   *
   * @param slices the collected slices of all nights judged now
   * @param earlierReleases releases of nights before the window
   * @param earlierFindings findings of nights before the first one judged
   * @param accepted new levels that people accepted
   */
  NightDesk(
      AuditConfiguration configuration,
      CoverageHistory coverage,
      List<JudgedSlice> slices,
      List<ReleaseNight> earlierReleases,
      List<Finding> earlierFindings,
      AcceptedChanges accepted) {
    this.configuration = configuration;
    this.policy = configuration.policy();
    this.shown = new Shown(configuration);
    this.coverage = coverage;
    this.slices = slices;
    this.accepted = accepted;
    this.routes = routes(earlierReleases);
    earlierFindings.forEach(
        finding ->
            findings.computeIfAbsent(finding.epochDay(), night -> new ArrayList<>()).add(finding));
  }

  private List<RouteReleases> routes(List<ReleaseNight> earlier) {
    List<RouteReleases> found = new ArrayList<>();
    Optional<Integer> modelPart = modelPart();
    for (JudgedSlice slice : at(Level.route(configuration))) {
      SortedMap<Long, SortedMap<String, Long>> nights = new TreeMap<>();
      Map<String, Long> known = new HashMap<>();
      for (ReleaseNight release : earlier) {
        if (release.route().equals(slice.slice())) {
          nights
              .computeIfAbsent(release.epochDay(), night -> new TreeMap<>())
              .put(release.release(), release.interactions());
          known.merge(release.release(), release.firstNight(), Math::min);
        }
      }
      nights.putAll(slice.compared().releases());
      found.add(new RouteReleases(slice.slice(), nights, known, modelPart));
    }
    return found;
  }

  /** Which part of a release's name is the model that answered. */
  private Optional<Integer> modelPart() {
    List<String> mapped =
        configuration.release().stream()
            .filter(configuration.archive().columns()::containsKey)
            .toList();
    int part = mapped.indexOf("response_model");
    boolean named = Level.route(configuration).contains("request_model");
    return part < 0 || !named ? Optional.empty() : Optional.of(part);
  }

  private List<JudgedSlice> at(List<String> level) {
    return slices.stream().filter(slice -> slice.slice().level().equals(level)).toList();
  }

  List<RouteReleases> routes(long night) {
    return routes.stream().filter(route -> !route.on(night).isEmpty()).toList();
  }

  List<JudgedSlice> shown(long night) {
    return shown.on(night, slices);
  }

  /** All traffic, where the night was measured. */
  Optional<ComparedSlice> all(long night) {
    return shown(night).stream()
        .filter(slice -> slice.slice().isAll())
        .map(JudgedSlice::compared)
        .findFirst();
  }

  /** Slices of route and release. */
  List<JudgedSlice> byRelease() {
    List<String> level = new ArrayList<>(Level.route(configuration));
    level.add(Level.RELEASE);
    return at(level.stream().sorted().toList());
  }

  /** The findings of a night; nights must be asked for in order. */
  List<Finding> findings(long night) {
    List<JudgedSlice> visible =
        slices.stream().filter(slice -> !shown.isHidden(slice, night)).toList();
    List<Finding> found =
        new NightFindings(routes(night))
            .of(night, visible, this::split).stream()
                .filter(finding -> !accepted.closes(finding))
                .toList();
    findings.put(night, found);
    return found;
  }

  /** How the change of a measure in a slice splits over the finer slices that hold a mix fixed. */
  Optional<MixSplit> split(Measure measure, Slice slice, long night) {
    List<String> strata = Level.strata(configuration);
    if (!strata.containsAll(slice.level()) || strata.equals(slice.level())) {
      return Optional.empty();
    }
    List<ComparedSlice> parts =
        at(strata).stream()
            .filter(part -> part.slice().isWithin(slice))
            .map(JudgedSlice::compared)
            .toList();
    return MixSplit.of(measure, slice, night, parts, policy.baselineNights());
  }

  /** The splits worth a table: gate metrics, and whatever found something, of all and of routes. */
  List<MixSplit> splits(long night) {
    List<MixSplit> splits = new ArrayList<>();
    for (JudgedSlice slice : shown(night)) {
      for (Measure measure : slice.compared().streams().keySet()) {
        boolean found = slice.judgement(measure, night).map(j -> j.verdict().finds()).orElse(false);
        if (found || policy.of(measure).gate()) {
          split(measure, slice.slice(), night).ifPresent(splits::add);
        }
      }
    }
    return splits;
  }

  /** The recommendations of a night, from its findings. */
  List<Recommendation> recommendations(long night) {
    List<Finding> tonight = findings.get(night);
    List<RouteCase> cases =
        routes(night).stream().map(route -> routeCase(route, night, tonight)).toList();
    List<Finding> others =
        tonight.stream()
            .filter(finding -> cases.stream().noneMatch(c -> finding.slice().isWithin(c.route())))
            .toList();
    return new Advisor(policy).advise(night, cases, others);
  }

  private RouteCase routeCase(RouteReleases route, long night, List<Finding> tonight) {
    return new RouteCase(
        night,
        coverage.judgement(night).reliable(),
        coverage.unreliable(),
        route,
        slice(route.route()),
        within(Level.strata(configuration), route.route()),
        within(withRelease(Level.strata(configuration)), route.route()),
        unaffected(route, night),
        tonight.stream().filter(finding -> finding.slice().isWithin(route.route())).toList(),
        lastKnownGood(route, night));
  }

  private JudgedSlice slice(Slice slice) {
    return slices.stream().filter(s -> s.slice().equals(slice)).findFirst().orElseThrow();
  }

  private List<JudgedSlice> within(List<String> level, Slice route) {
    return at(level).stream().filter(slice -> slice.slice().isWithin(route)).toList();
  }

  private static List<String> withRelease(List<String> level) {
    List<String> more = new ArrayList<>(level);
    more.add(Level.RELEASE);
    return more.stream().sorted().toList();
  }

  private List<JudgedSlice> unaffected(RouteReleases route, long night) {
    return routes(night).stream()
        .filter(other -> !other.route().equals(route.route()))
        .filter(other -> other.changes(night - policy.baselineNights() + 1, night).isEmpty())
        .map(other -> slice(other.route()))
        .toList();
  }

  /** The release before the last change, or an earlier one, that served without a breach. */
  private Optional<String> lastKnownGood(RouteReleases route, long night) {
    long from = night - policy.baselineNights();
    return route.changes(from + 1, night).stream()
        .findFirst()
        .flatMap(
            change -> {
              List<Long> before =
                  new ArrayList<>(route.nights().subMap(from, change.epochDay()).keySet());
              java.util.Collections.reverse(before);
              return before.stream()
                  .map(served -> route.dominant(served).orElseThrow())
                  .distinct()
                  .filter(release -> !release.equals(change.to()))
                  .filter(
                      release ->
                          worst(route, release, from, change.epochDay() - 1) != Verdict.BREACH)
                  .findFirst();
            });
  }

  /** The worst verdict on a gate metric that began while a release served most of a route. */
  private Verdict worst(RouteReleases route, String release, long from, long until) {
    return findings.subMap(from, until + 1).values().stream()
        .flatMap(List::stream)
        .filter(finding -> finding.slice().isWithin(route.route()))
        .filter(finding -> finding.began() >= from)
        .filter(finding -> policy.of(finding.measure()).gate())
        .filter(finding -> route.dominant(finding.began()).map(release::equals).orElse(false))
        .map(Finding::verdict)
        .min(Verdict::compareTo)
        .orElse(Verdict.WITHIN_TOLERANCE);
  }

  /** The ledger of releases of a night. */
  List<ReleaseNight> releases(long night) {
    List<ReleaseNight> releases = new ArrayList<>();
    for (RouteReleases route : routes(night)) {
      route
          .on(night)
          .forEach(
              (release, interactions) ->
                  releases.add(
                      new ReleaseNight(
                          night,
                          route.route(),
                          release,
                          interactions,
                          route.firstNight(release),
                          worst(route, release, night - policy.baselineNights(), night))));
    }
    return releases;
  }
}
