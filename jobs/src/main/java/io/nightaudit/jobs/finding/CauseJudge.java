package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ChangeEvidence;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.comparison.Partitions;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.Explanation.Carrier;
import io.nightaudit.jobs.finding.Explanation.Mix;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the findings of one night down to a cause, from everything that is known of the night. */
final class CauseJudge {
  /** Nights between a release change and the begin of a move that is put down to it. */
  private static final int NIGHTS_OF_COINCIDENCE = 1;

  /** Nights in which another definition makes a comparison void. */
  private static final int NIGHTS_OF_A_DEFINITION = 7;

  /** A slice's volume moved by itself if all traffic explains less than this share of it. */
  private static final double HALF = 0.5;

  private static final Measure INTERACTIONS = Measure.of(Metric.INTERACTIONS);
  private static final Measure INPUT_TOKENS = Measure.of(Metric.INPUT_TOKENS);
  private static final Measure TOTAL_TOKENS = Measure.of(Metric.TOTAL_TOKENS);

  private final long night;
  private final List<RouteReleases> routes;
  private final Partitions partitions;
  private final Set<Long> unreliable;
  private final Map<Slice, JudgedSlice> slices = new HashMap<>();
  private final InputAlarms inputs;

  CauseJudge(
      long night,
      List<JudgedSlice> slices,
      List<RouteReleases> routes,
      Partitions partitions,
      Set<Long> unreliable) {
    this.night = night;
    this.routes = routes;
    this.partitions = partitions;
    this.unreliable = unreliable;
    this.inputs = new InputAlarms(slices, night);
    slices.forEach(slice -> this.slices.put(slice.slice(), slice));
  }

  /**
   * A cause with the figures behind it.
   *
   * @param began when the stream began to move: where it slopes without a release that coincides,
   *     the slope dates it better than a change of the mean
   */
  record Explained(Cause cause, long began, Explanation explanation) {}

  Explained explain(Candidate lead, Judgement.Episode episode) {
    Optional<Explanation.Speed> speed = speed(lead, episode.began());
    List<ReleaseChange> releases = coinciding(lead.slice(), episode.began());
    long began =
        speed
            .filter(s -> s.slope() && releases.isEmpty())
            .map(Explanation.Speed::since)
            .orElse(episode.began());
    CauseFacts facts = facts(lead, episode, began, releases);
    CauseRule.Ruling ruling = CauseRule.of(facts);
    return new Explained(ruling.cause(), began, explanation(lead, speed, facts, ruling));
  }

  private Optional<Explanation.Speed> speed(Candidate lead, long began) {
    return lead.evidence().rising() ? Optional.empty() : ChangeSpeed.of(stream(lead), began, night);
  }

  private CauseFacts facts(
      Candidate lead, Judgement.Episode episode, long began, List<ReleaseChange> releases) {
    Slice slice = lead.slice();
    return new CauseFacts(
        lead.measure(),
        episode.found() == night && unreliable.contains(night),
        isRedefined(stream(lead), began),
        isShareOfTraffic(lead),
        releases,
        partitions.since(began, lead.measure(), slice, night),
        inputs.of(slice),
        inputs.around(slice),
        isPaidByToken(lead) ? inputTokens(slice, began) : Double.NaN);
  }

  private ComparedStream stream(Candidate lead) {
    return slices.get(lead.slice()).compared().streams().get(lead.measure());
  }

  private boolean isRedefined(ComparedStream stream, long began) {
    return stream.nights().subMap(began - NIGHTS_OF_A_DEFINITION, night + 1).values().stream()
            .map(StreamNight::definition)
            .distinct()
            .count()
        > 1;
  }

  /** Whether all traffic did not move as its slice did. */
  private boolean isShareOfTraffic(Candidate lead) {
    double part = moved(lead.evidence());
    JudgedSlice all = slices.get(Slice.ALL);
    ComparedStream whole = all == null ? null : all.compared().streams().get(INTERACTIONS);
    return !lead.slice().isAll()
        && whole != null
        && whole.evidence().containsKey(night)
        && moved(whole.evidence().get(night)) / part < HALF;
  }

  private static double moved(Evidence evidence) {
    return StrictMath.log(evidence.value() / evidence.baseline().value());
  }

  /** Release changes on routes that meet the slice, within a night of the begin. */
  private List<ReleaseChange> coinciding(Slice slice, long began) {
    return routes.stream()
        .filter(route -> slice.meets(route.route()))
        .flatMap(route -> route.changes(began - NIGHTS_OF_COINCIDENCE, night).stream())
        .filter(change -> Math.abs(change.epochDay() - began) <= NIGHTS_OF_COINCIDENCE)
        .sorted(
            Comparator.comparing((ReleaseChange change) -> !change.silent())
                .thenComparing(change -> change.route().key())
                .thenComparing(ReleaseChange::to))
        .toList();
  }

  private static boolean isPaidByToken(Candidate lead) {
    Metric metric = lead.measure().metric();
    return metric == Metric.TOTAL_TOKENS || metric.family() == Family.COST;
  }

  private double inputTokens(Slice slice, long began) {
    double input = change(INPUT_TOKENS, slice, began);
    double total = change(TOTAL_TOKENS, slice, began);
    return input / total;
  }

  private double change(Measure measure, Slice slice, long began) {
    return partitions
        .since(began, measure, slice, night)
        .map(change -> change.raw().value())
        .orElse(Double.NaN);
  }

  private Explanation explanation(
      Candidate lead,
      Optional<Explanation.Speed> speed,
      CauseFacts facts,
      CauseRule.Ruling ruling) {
    Optional<ChangeEvidence> change = facts.change();
    Optional<MixSplit> split = facts.split();
    return new Explanation(
        lead.unit(),
        change.map(c -> c.before().mean()).orElse(lead.before()),
        change.map(c -> c.after().mean()).orElse(lead.evidence().value()),
        change.map(ChangeEvidence::raw).orElseGet(() -> size(lead)),
        split.map(MixSplit::standardised).orElse(Effect.NONE),
        split.map(CauseJudge::mix).orElse(Mix.NONE),
        carriers(change, ruling.cause()),
        change.flatMap(ChangeEvidence::cost).map(cost -> cost.factors()).orElse(new TreeMap<>()),
        speed,
        facts.release(),
        facts.inputAlarmed(),
        ruling.reason());
  }

  /** Tonight against the baseline, where the change has no nights of its own. */
  private static Effect size(Candidate lead) {
    Evidence evidence = lead.evidence();
    double scale =
        evidence.change().kind() == Evidence.ChangeKind.RATIO ? evidence.baseline().value() : 1;
    return new Effect(
        evidence.value() - lead.before(),
        evidence.change().low() * scale,
        evidence.change().high() * scale);
  }

  private static Mix mix(MixSplit split) {
    return new Mix(split.mix(), split.behaviour(), split.mixShare(), split.apart());
  }

  private static List<Carrier> carriers(Optional<ChangeEvidence> change, Cause cause) {
    if (change.isEmpty() || change.get().splits().isEmpty()) {
      return List.of();
    }
    return cause == Cause.INPUT_MIX && change.get().splits().get(0).mostlyMix()
        ? Carriers.ofMix(change.get().splits().get(0))
        : Carriers.ofBehaviour(change.get().splits());
  }
}
