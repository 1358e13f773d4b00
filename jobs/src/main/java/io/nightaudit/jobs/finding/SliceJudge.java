package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.Rule;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges every stream of one slice: the daily score, the distances and the fixed rules. */
public final class SliceJudge {
  /** A distance says nothing while chance alone reaches this share of its limit. */
  private static final double LARGEST_FLOOR = 0.25;

  private final Policy policy;
  private final StreamJudge streams;
  private final AcceptedChanges accepted;
  private final RuleJudge rules;

  /**
   * A judge.
   *
   * @param unreliable nights whose archive cannot be relied on: they are judged, but teach nothing
   * @param accepted new levels that people accepted
   */
  public SliceJudge(Policy policy, Set<Long> unreliable, AcceptedChanges accepted) {
    this.policy = policy;
    this.accepted = accepted;
    this.streams = new StreamJudge(policy, unreliable);
    this.rules = new RuleJudge(policy);
  }

  /** A judge where nothing was accepted. */
  public SliceJudge(Policy policy, Set<Long> unreliable) {
    this(policy, unreliable, AcceptedChanges.NONE);
  }

  public JudgedSlice judge(ComparedSlice slice) {
    SortedMap<Measure, SortedMap<Long, Judgement>> judgements = new TreeMap<>();
    slice
        .streams()
        .forEach((measure, stream) -> judgements.put(measure, judge(slice.slice(), stream)));
    return new JudgedSlice(slice, judgements);
  }

  private SortedMap<Long, Judgement> judge(Slice slice, ComparedStream stream) {
    SortedMap<Long, Judgement> judgements = new TreeMap<>();
    for (long night : stream.evidence().keySet()) {
      judgements.put(night, judge(slice, stream, night, judgements));
    }
    return judgements;
  }

  private Judgement judge(
      Slice slice, ComparedStream stream, long night, SortedMap<Long, Judgement> before) {
    Judgement scored = streams.judge(accepted.known(slice, stream, night), night);
    Judgement explained = accepted.explained(slice, stream.measure(), night, scored);
    Judgement judgement = withDistance(stream, night, explained, before);
    List<Rule> broken = rules.broken(slice, stream, night);
    return broken.isEmpty() ? judgement : withRules(stream, night, judgement, broken);
  }

  private Judgement withDistance(
      ComparedStream stream, long night, Judgement judgement, SortedMap<Long, Judgement> before) {
    boolean moved = judgement.verdict() == Verdict.WITHIN_TOLERANCE && distanceMoved(stream, night);
    if (!moved) {
      return judgement;
    }
    long since = night;
    while (since > night - policy.baselineNights() && hadMoved(stream, since - 1, before)) {
      since--;
    }
    double change = stream.evidence().get(night).change().value();
    Harm harm = StreamJudge.harm(stream, policy);
    boolean harmless = harm != Harm.NEITHER && !harm.of(change);
    return judgement.moved(harmless ? Verdict.CHANGED : Verdict.WARNING, since);
  }

  /** As judged now, or as an earlier run judged it: a distance is kept for its own night. */
  private static boolean hadMoved(
      ComparedStream stream, long night, SortedMap<Long, Judgement> before) {
    if (before.containsKey(night)) {
      return Judgement.isMoved(before.get(night).reason());
    }
    return stream.nights().containsKey(night) && stream.nights().get(night).moved();
  }

  private boolean distanceMoved(ComparedStream stream, long night) {
    Evidence evidence = stream.evidence().get(night);
    double limit = policy.of(stream.measure()).distance();
    double distance = evidence.distances().getOrDefault("jensen_shannon", Double.NaN);
    double floor = evidence.distances().getOrDefault("jensen_shannon_noise_floor", Double.NaN);
    return limit > 0
        && floor * floor <= LARGEST_FLOOR * limit * limit
        && distance * distance - floor * floor > limit * limit
        && evidence.baseline().nights() >= policy.score().learningNights();
  }

  private Judgement withRules(
      ComparedStream stream, long night, Judgement judgement, List<Rule> broken) {
    Verdict worst =
        broken.stream().anyMatch(rule -> rule.verdict() == Rule.Severity.BREACH)
            ? Verdict.BREACH
            : Verdict.WARNING;
    long since =
        broken.stream().mapToLong(rule -> rules.since(rule, stream, night)).min().getAsLong();
    String unit = stream.evidence().get(night).unit(stream.measure());
    String reason =
        broken.stream().map(rule -> RuleJudge.text(rule, unit)).collect(Collectors.joining("; "));
    Verdict verdict = worst.compareTo(judgement.verdict()) < 0 ? worst : judgement.verdict();
    return judgement.breaking(
        verdict,
        judgement.story().isPresent() ? judgement.reason() + "; " + reason : reason,
        Judgement.Episode.unusual(since),
        broken.stream().map(Rule::name).toList());
  }
}
