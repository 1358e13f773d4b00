package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.metric.Family;
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

/** Makes the findings of one night out of judged slices and the releases of routes. */
public final class NightFindings {
  /** Nights for which a release change stays a finding of its own. */
  private static final int NIGHTS_OF_A_RELEASE = 7;

  /** Nights for which another mix of releases is the story of the change itself. */
  private static final int NIGHTS_WITH_A_CHANGE = 28;

  /** Nights between a release change and a move that is put down to it. */
  private static final int NIGHTS_OF_COINCIDENCE = 1;

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::verdict)
          .thenComparing(Finding::slice)
          .thenComparing(Finding::measure);

  private final List<RouteReleases> routes;

  public NightFindings(List<RouteReleases> routes) {
    this.routes = List.copyOf(routes);
  }

  /**
   * The findings of a night, the worst first.
   *
   * @param split how a change in a slice splits into mix and behaviour, where it can be told
   */
  public List<Finding> of(long night, List<JudgedSlice> slices, Splits split) {
    List<Finding> findings = new ArrayList<>();
    routes.forEach(route -> release(route, night).ifPresent(findings::add));
    boolean changed = routes.stream().anyMatch(route -> !changes(route, night).isEmpty());
    new Stories(sizes(slices, night), routeLevel())
        .of(candidates(slices, night)).stream()
            .filter(story -> !(changed && story.isAboutReleases()))
            .map(story -> stream(story, night, split))
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

  /** How a change splits. */
  @FunctionalInterface
  public interface Splits {
    Optional<MixSplit> of(Measure measure, Slice slice, long night);
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
            .formatted(change.to(), LocalDate.ofEpochDay(change.epochDay()), change.from()));
  }

  private Finding stream(Story story, long night, Splits split) {
    Candidate lead = story.lead();
    Judgement.Episode episode = lead.judgement().story().orElseThrow();
    return new Finding(
        FindingId.of(lead.measure(), lead.slice(), episode.found()),
        night,
        lead.slice(),
        lead.measure(),
        lead.verdict(),
        cause(lead.slice(), lead.measure(), episode, night, split),
        episode.began(),
        episode.found(),
        episode.alarmNight(),
        kind(lead.judgement()),
        FindingSentence.of(lead),
        FindingSentence.evidence(story));
  }

  private static String kind(Judgement judgement) {
    boolean scored = judgement.scoreAlarm().isPresent();
    if (judgement.rules().isEmpty()) {
      return scored ? "score" : "distance";
    }
    return scored ? "score and rule" : "rule";
  }

  private Cause cause(
      Slice slice, Measure measure, Judgement.Episode episode, long night, Splits split) {
    if (measure.metric() == Metric.INTERACTIONS) {
      return Cause.DATA;
    }
    Optional<ReleaseChange> change =
        measure.metric().family() == Family.INPUT
            ? Optional.empty()
            : coinciding(slice, episode, night);
    if (change.isPresent()) {
      return change.get().silent() ? Cause.SILENT_PROVIDER_CHANGE : Cause.RELEASE;
    }
    return split
        .of(measure, slice, night)
        .map(part -> part.mostlyMix() ? Cause.INPUT_MIX : Cause.BEHAVIOUR)
        .orElse(Cause.UNKNOWN);
  }

  /** The release change of a route that meets the slice, within a night of the first move. */
  private Optional<ReleaseChange> coinciding(Slice slice, Judgement.Episode episode, long night) {
    return routes.stream()
        .filter(route -> meets(slice, route.route()))
        .flatMap(route -> route.changes(episode.began() - NIGHTS_OF_COINCIDENCE, night).stream())
        .filter(
            change ->
                Math.abs(change.epochDay() - episode.began()) <= NIGHTS_OF_COINCIDENCE
                    || Math.abs(change.epochDay() - episode.found()) <= NIGHTS_OF_COINCIDENCE)
        .max(Comparator.comparing(ReleaseChange::silent).thenComparing(c -> c.route().key()));
  }

  private static boolean meets(Slice slice, Slice route) {
    return route.dimensions().entrySet().stream()
        .allMatch(
            entry ->
                slice
                    .dimensions()
                    .getOrDefault(entry.getKey(), entry.getValue())
                    .equals(entry.getValue()));
  }
}
