package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.Partitions;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the findings of one night out of judged slices and the releases of routes. */
public final class NightFindings {
  /** Nights for which a release change stays a finding of its own. */
  private static final int NIGHTS_OF_A_RELEASE = 7;

  /** Nights for which another mix of releases is the story of the change itself. */
  private static final int NIGHTS_WITH_A_CHANGE = 28;

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::verdict)
          .thenComparing(Finding::slice)
          .thenComparing(Finding::measure);

  private final List<RouteReleases> routes;
  private final Set<Long> unreliable;
  private final List<Finding> before;

  public NightFindings(List<RouteReleases> routes) {
    this(routes, Set.of(), List.of());
  }

  /**
   * Findings of a night.
   *
   * @param unreliable nights whose archive cannot be relied on
   * @param before findings of the last night that was judged before
   */
  public NightFindings(List<RouteReleases> routes, Set<Long> unreliable, List<Finding> before) {
    this.routes = List.copyOf(routes);
    this.unreliable = Set.copyOf(unreliable);
    this.before = List.copyOf(before);
  }

  /**
   * The findings of a night, the worst first.
   *
   * @param partitions how a change in a slice splits over finer slices
   */
  public List<Finding> of(long night, List<JudgedSlice> slices, Partitions partitions) {
    CauseJudge causes = new CauseJudge(night, slices, routes, partitions, unreliable);
    List<Finding> findings = new ArrayList<>();
    routes.forEach(route -> release(route, night).ifPresent(findings::add));
    boolean changed = routes.stream().anyMatch(route -> !changes(route, night).isEmpty());
    new Stories(sizes(slices, night), routeLevel())
        .of(candidates(slices, night)).stream()
            .filter(story -> !(changed && story.isAboutReleases()))
            .map(story -> stream(story, night, causes))
            .forEach(findings::add);
    findings.sort(WORST_FIRST);
    return findings;
  }

  private List<String> routeLevel() {
    return routes.isEmpty() ? List.of() : routes.get(0).route().level();
  }

  private static List<ReleaseChange> changes(RouteReleases route, long night) {
    return route.changes(night - NIGHTS_WITH_A_CHANGE + 1, night);
  }

  /** A release is compared with the one before it, not with its own first nights. */
  private static List<Candidate> candidates(List<JudgedSlice> slices, long night) {
    List<Candidate> candidates = new ArrayList<>();
    for (JudgedSlice slice : slices) {
      if (slice.slice().level().contains(Level.RELEASE)) {
        continue;
      }
      slice
          .judgements()
          .forEach(
              (measure, judgements) ->
                  Optional.ofNullable(judgements.get(night))
                      .filter(judgement -> judgement.verdict().finds())
                      .ifPresent(
                          judgement ->
                              candidates.add(candidate(slice, measure, night, judgement))));
    }
    return candidates;
  }

  private static Candidate candidate(
      JudgedSlice slice, Measure measure, long night, Judgement judgement) {
    Evidence evidence = slice.compared().streams().get(measure).evidence().get(night);
    return new Candidate(slice.slice(), measure, evidence, judgement);
  }

  private static Map<Slice, Long> sizes(List<JudgedSlice> slices, long night) {
    Map<Slice, Long> sizes = new HashMap<>();
    for (JudgedSlice slice : slices) {
      var stream = slice.compared().streams().get(Measure.of(Metric.INTERACTIONS));
      if (stream != null && stream.evidence().containsKey(night)) {
        sizes.put(slice.slice(), stream.evidence().get(night).n());
      }
    }
    return sizes;
  }

  private Optional<Finding> release(RouteReleases route, long night) {
    return route.changes(night - NIGHTS_OF_A_RELEASE + 1, night).stream()
        .findFirst()
        .map(change -> release(route.route(), change, night));
  }

  private static Finding release(Slice route, ReleaseChange change, long night) {
    Measure measure = Measure.of(Metric.RELEASES);
    return new Finding(
        FindingId.of(measure, route, change.epochDay()),
        night,
        route,
        measure,
        change.silent() ? Verdict.WARNING : Verdict.CHANGED,
        change.silent() ? Cause.SILENT_PROVIDER_CHANGE : Cause.RELEASE,
        change.epochDay(),
        change.epochDay(),
        Optional.empty(),
        Finding.RELEASE,
        FindingSentence.ofRelease(change),
        "%s since %s, before %s"
            .formatted(change.to(), LocalDate.ofEpochDay(change.epochDay()), change.from()),
        Explanation.of(change),
        List.of());
  }

  private Finding stream(Story story, long night, CauseJudge causes) {
    Candidate lead = story.lead();
    Judgement.Episode episode = lead.judgement().story().orElseThrow();
    String id = FindingId.of(lead.measure(), lead.slice(), episode.found());
    CauseJudge.Explained why = kept(id, causes.explain(lead, episode));
    return new Finding(
        id,
        night,
        lead.slice(),
        lead.measure(),
        lead.verdict(),
        why.cause(),
        why.began(),
        episode.found(),
        episode.alarmNight(),
        kind(lead.judgement()),
        FindingSentence.of(lead, why.cause(), why.explanation(), why.began()),
        FindingSentence.evidence(story),
        why.explanation(),
        story.alsoIn());
  }

  /** Once the nights before it began are out of reach, what they said of it stands. */
  private CauseJudge.Explained kept(String id, CauseJudge.Explained tonight) {
    return before.stream()
        .filter(finding -> finding.id().equals(id))
        .filter(finding -> finding.explanation().isSplit() && !tonight.explanation().isSplit())
        .findFirst()
        .map(
            finding ->
                new CauseJudge.Explained(finding.cause(), finding.began(), finding.explanation()))
        .orElse(tonight);
  }

  private static String kind(Judgement judgement) {
    boolean scored = judgement.scoreAlarm().isPresent();
    if (judgement.rules().isEmpty()) {
      return scored ? "score" : "distance";
    }
    return scored ? "score and rule" : "rule";
  }
}
