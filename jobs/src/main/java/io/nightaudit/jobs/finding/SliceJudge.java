package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
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
  private final Policy policy;
  private final StreamJudge streams;
  private final AcceptedChanges accepted;
  private final DistanceJudge distances;
  private final RuleJudge rules;

  /**
   * A judge.
   *
   * @param budget the limits of every stream
   * @param unreliable nights whose archive cannot be relied on: they are judged, but teach nothing
   * @param accepted new levels that people accepted
   */
  public SliceJudge(
      Policy policy, AlarmBudget budget, Set<Long> unreliable, AcceptedChanges accepted) {
    this.policy = policy;
    this.accepted = accepted;
    StreamScore score = new StreamScore(policy, unreliable);
    this.streams = new StreamJudge(policy, budget, score);
    this.distances = new DistanceJudge(policy, budget, score);
    this.rules = new RuleJudge(policy);
  }

  /** A judge where nothing was accepted. */
  public SliceJudge(Policy policy, AlarmBudget budget, Set<Long> unreliable) {
    this(policy, budget, unreliable, AcceptedChanges.NONE);
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
      judgements.put(night, judge(slice, stream, night));
    }
    return judgements;
  }

  private Judgement judge(Slice slice, ComparedStream stream, long night) {
    ComparedStream known = accepted.known(slice, stream, night);
    Judgement scored = streams.judge(slice, known, night);
    Judgement explained = accepted.explained(slice, stream.measure(), night, scored);
    Judgement judgement = withDistance(slice, known, night, explained);
    List<Rule> broken = rules.broken(slice, stream, night);
    return broken.isEmpty() ? judgement : withRules(stream, night, judgement, broken);
  }

  /** A distribution may move although its value stays. */
  private Judgement withDistance(
      Slice slice, ComparedStream stream, long night, Judgement judgement) {
    if (judgement.verdict() != Verdict.WITHIN_TOLERANCE) {
      return judgement;
    }
    double change = stream.evidence().get(night).change().value();
    Harm harm = StreamJudge.harm(stream, policy);
    boolean harmless = harm != Harm.NEITHER && !harm.of(change);
    return distances
        .moved(slice, stream, night)
        .map(since -> judgement.moved(harmless ? Verdict.CHANGED : Verdict.WARNING, since))
        .orElse(judgement);
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
        Judgement.Episode.ofRule(since),
        broken.stream().map(Rule::name).toList());
  }
}
