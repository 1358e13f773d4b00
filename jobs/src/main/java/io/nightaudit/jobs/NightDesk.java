package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.comparison.Partitions;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.NightFindings;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.Level;
import io.nightaudit.jobs.recommendation.Advisor;
import io.nightaudit.jobs.recommendation.EvidenceFreeze;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.recommendation.RouteCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Stages 4 and 5 of a night, once its slices are judged: findings, then recommendations. */
final class NightDesk {
  private final AuditConfiguration configuration;
  private final String configurationHash;
  private final Policy policy;
  private final Shown shown;
  private final CoverageHistory coverage;
  private final List<JudgedSlice> slices;
  private final List<RouteReleases> routes;
  private final AcceptedChanges accepted;
  private final ReleaseLedger ledger;
  private final SortedMap<Long, List<Finding>> findings = new TreeMap<>();

  /**
   * A desk.
   *
   * @param shown which slices are shown
   * @param slices the collected slices of all nights judged now
   * @param earlierReleases releases of nights before the window
   * @param earlierFindings findings of nights before the first one judged
   * @param accepted new levels that people accepted
   */
  NightDesk(
      AuditConfiguration configuration,
      Shown shown,
      CoverageHistory coverage,
      List<JudgedSlice> slices,
      List<ReleaseNight> earlierReleases,
      List<Finding> earlierFindings,
      AcceptedChanges accepted) {
    this.configuration = configuration;
    this.configurationHash = ConfigurationHash.of(configuration);
    this.policy = configuration.policy();
    this.shown = shown;
    this.coverage = coverage;
    this.slices = slices;
    this.accepted = accepted;
    this.routes = routes(earlierReleases);
    this.ledger = new ReleaseLedger(policy, earlierReleases);
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
          if (release.interactions() > 0) {
            nights
                .computeIfAbsent(release.epochDay(), night -> new TreeMap<>())
                .put(release.release(), release.interactions());
          }
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
    return routes.stream()
        .filter(route -> !route.on(night).isEmpty() && !shown.isHidden(route.route(), night))
        .toList();
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

  /** Personal slices among the largest of a night that are too small to be shown. */
  int hidden(long night) {
    return (int)
        slices.stream()
            .sorted(
                Comparator.comparing((JudgedSlice slice) -> Shown.interactions(slice, night))
                    .reversed()
                    .thenComparing(JudgedSlice::slice))
            .limit(Shown.LARGEST)
            .filter(slice -> Shown.interactions(slice, night) > 0)
            .filter(slice -> shown.isHidden(slice, night))
            .count();
  }

  /** What was found on a night of this run or before it; nothing where nothing was. */
  List<Finding> found(long night) {
    return findings.getOrDefault(night, List.of());
  }

  /** Slices of route and release. */
  List<JudgedSlice> byRelease() {
    List<String> level = new ArrayList<>(Level.route(configuration));
    level.add(Level.RELEASE);
    return at(level.stream().sorted().toList()).stream()
        .filter(slice -> !shown.isEverHidden(slice.slice()))
        .toList();
  }

  /** The findings of a night; nights must be asked for in order. */
  List<Finding> findings(long night) {
    List<JudgedSlice> visible =
        slices.stream().filter(slice -> !shown.isHidden(slice, night)).toList();
    List<Finding> found =
        new NightFindings(routes(night), coverage.unreliable(), before(night))
            .of(night, visible, partitions(night)).stream()
                .filter(finding -> !accepted.closes(finding))
                .toList();
    findings.put(night, found);
    return found;
  }

  /** The findings of the last night before. */
  private List<Finding> before(long night) {
    SortedMap<Long, List<Finding>> earlier = findings.headMap(night);
    return earlier.isEmpty() ? List.of() : earlier.get(earlier.lastKey());
  }

  /** The slices of a night as partitions of each other: those of decisions, and those shown. */
  private Partitions partitions(long night) {
    List<JudgedSlice> atHand = new ArrayList<>(shown(night));
    Level.decisive(configuration).forEach(level -> atHand.addAll(at(level)));
    atHand.removeIf(slice -> slice.slice().level().contains(Level.RELEASE));
    return new Partitions(
        atHand.stream().map(JudgedSlice::compared).toList(),
        Level.strata(configuration),
        atHand.stream()
            .map(JudgedSlice::slice)
            .filter(shown::isEverHidden)
            .collect(Collectors.toSet()),
        coverage.unreliable(),
        policy.baselineNights());
  }

  /**
   * The splits worth a table: gate metrics against their baseline, and whatever found something
   * since it began.
   */
  List<MixSplit> splits(long night) {
    Partitions partitions = partitions(night);
    List<MixSplit> splits = new ArrayList<>();
    for (JudgedSlice slice : shown(night)) {
      for (Measure measure : slice.compared().streams().keySet()) {
        slice
            .judgement(measure, night)
            .flatMap(judgement -> split(partitions, slice, measure, judgement, night))
            .ifPresent(splits::add);
      }
    }
    return splits;
  }

  private Optional<MixSplit> split(
      Partitions partitions, JudgedSlice slice, Measure measure, Judgement judgement, long night) {
    if (judgement.verdict().finds() && judgement.story().isPresent()) {
      long began = judgement.story().get().began();
      return partitions.split(began, measure, slice.slice(), night);
    }
    return policy.of(measure).gate()
        ? partitions.tonight(measure, slice.slice(), night)
        : Optional.empty();
  }

  /** The recommendations of a night, from its findings. */
  List<Recommendation> recommendations(long night) {
    List<Finding> tonight = findings.get(night);
    List<RouteCase> cases =
        routes(night).stream().map(route -> routeCase(route, night, tonight)).toList();
    List<Finding> others =
        tonight.stream()
            .filter(finding -> cases.stream().noneMatch(c -> finding.isAbout(c.route())))
            .toList();
    EvidenceFreeze evidence = new EvidenceFreeze(configurationHash, policy);
    return new Advisor(policy)
        .advise(night, cases, others).stream().map(advice -> evidence.on(advice, cases)).toList();
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
        others(route, night),
        moved(route, night),
        tonight.stream().filter(finding -> finding.isAbout(route.route())).toList(),
        ledger.known(route, night, findings));
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

  /** Other routes, without a release change. */
  private List<JudgedSlice> others(RouteReleases route, long night) {
    long window = night - policy.baselineNights() + 1;
    return routes(night).stream()
        .filter(other -> !other.route().equals(route.route()))
        .filter(other -> other.changes(window, night).isEmpty())
        .map(other -> slice(other.route()))
        .toList();
  }

  /** What has found something on other routes since the last change of a route. */
  private Map<Slice, Set<Measure>> moved(RouteReleases route, long night) {
    long window = night - policy.baselineNights() + 1;
    long since =
        route.changes(window, night).stream().findFirst().map(c -> c.epochDay()).orElse(night);
    Map<Slice, Set<Measure>> moved = new HashMap<>();
    for (JudgedSlice other : others(route, night)) {
      moved.put(
          other.slice(),
          findings.subMap(since, night + 1).values().stream()
              .flatMap(List::stream)
              .filter(finding -> finding.isAbout(other.slice()))
              .map(Finding::measure)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return moved;
  }

  /** The ledger of releases of a night, once its recommendations are made. */
  List<ReleaseNight> releases(long night, List<Recommendation> advice) {
    return routes(night).stream()
        .flatMap(route -> ledger.rows(route, night, findings, advice).stream())
        .toList();
  }
}
