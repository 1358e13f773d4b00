package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.series.ScoredNight;
import java.util.List;
import java.util.Optional;

/**
 * Judges the nights of one stream by its daily score, within its share of the alarm budget, and by
 * the materiality of the move.
 */
final class StreamJudge {
  private static final double NORMAL_QUANTILE = 1.959963984540054;
  private static final int NIGHTS_OF_AN_EFFECT = 3;

  private final Policy policy;
  private final AlarmBudget budget;
  private final StreamScore score;

  StreamJudge(Policy policy, AlarmBudget budget, StreamScore score) {
    this.policy = policy;
    this.budget = budget;
    this.score = score;
  }

  /** Judges one compared night. */
  Judgement judge(Slice slice, ComparedStream stream, long night) {
    Evidence evidence = stream.evidence().get(night);
    List<StreamNight> history = score.history(stream.nights(), night);
    Optional<String> excluded = policy.excluded(night);
    int known = history.size() - (evidence.followed() && excluded.isEmpty() ? 1 : 0);
    if (excluded.isPresent()) {
      return Judgement.excluded(excluded.get(), known);
    }
    if (evidence.n() < policy.minimumRows()) {
      return Judgement.without(
          Verdict.INSUFFICIENT_DATA,
          "%s tonight, %s needed".formatted(evidence.n(), policy.minimumRows()),
          known);
    }
    if (!evidence.followed()) {
      return notFollowed(evidence, known);
    }
    ScoredStream scored =
        score.replay(history, budget.limits(slice, stream.measure()), evidence.rising());
    if (scored.tonight().state() == ScoredNight.State.LEARNING) {
      return Judgement.without(Verdict.LEARNING, learning(stream, night, known), known);
    }
    return judge(new Scored(stream, evidence, scored, known));
  }

  /** A stream with its nights and their scores up to tonight. */
  private record Scored(ComparedStream stream, Evidence evidence, ScoredStream scores, int known) {
    double expected(int index) {
      return evidence.scale().value(scores.scores().get(index).center());
    }

    /** How far a night is from what was expected of it. */
    double effect(int index) {
      return scores.nights().get(index).value() - expected(index);
    }

    /** Mean of that over the last nights up to one, of those from the first unusual one on. */
    double effect(int from, int index) {
      int first = Math.max(from, index - NIGHTS_OF_AN_EFFECT + 1);
      double sum = 0;
      for (int i = first; i <= index; i++) {
        sum += effect(i);
      }
      return sum / (index - first + 1);
    }
  }

  private static Judgement notFollowed(Evidence evidence, int known) {
    boolean first = Double.isNaN(evidence.value());
    return first
        ? Judgement.without(Verdict.LEARNING, "no night before to compare with", known)
        : Judgement.without(
            Verdict.INSUFFICIENT_DATA,
            "too few values tonight, or a value of 0, for a daily score",
            known);
  }

  private String learning(ComparedStream stream, long night, int known) {
    boolean restarted =
        stream.nights().subMap(night - policy.historyNights() + 1, night + 1).values().stream()
                .map(StreamNight::definition)
                .distinct()
                .count()
            > 1;
    return "%s of %s nights%s"
        .formatted(
            known,
            policy.score().learningNights(),
            restarted ? " since its definition changed" : "");
  }

  private Judgement judge(Scored scored) {
    Judgement quiet = quiet(scored);
    return scored
        .scores()
        .alarm()
        .map(alarm -> alarmed(scored, quiet, alarm))
        .orElseGet(() -> unusual(scored, quiet));
  }

  private static Judgement quiet(Scored scored) {
    ScoredNight tonight = scored.scores().tonight();
    Evidence evidence = scored.evidence();
    double reach = NORMAL_QUANTILE * tonight.spread();
    return new Judgement(
        Verdict.WITHIN_TOLERANCE,
        "",
        tonight.z(),
        tonight.ewma(),
        scored.known(),
        evidence.scale().value(tonight.center()),
        evidence.scale().value(tonight.center() - reach),
        evidence.scale().value(tonight.center() + reach),
        Judgement.Episode.NONE,
        List.of(),
        scored.scores().episodes().marks(scored.scores().scores()));
  }

  /** One unusual night is information: only an alarm is within the budget. */
  private static Judgement unusual(Scored scored, Judgement quiet) {
    ScoredNight tonight = scored.scores().tonight();
    return scored.scores().episodes().isUnusual(tonight)
        ? quiet.because("unusual tonight, score " + signed(tonight.z()) + ", no alarm")
        : quiet;
  }

  private Judgement alarmed(Scored scored, Judgement quiet, ScoredStream.Alarm alarm) {
    ScoredStream scores = scored.scores();
    String since = Judgement.alarmSince(scores.day(alarm.night()));
    Optional<Judgement.Episode> story = scores.story(alarm, i -> tells(scored, alarm, i));
    if (story.isEmpty()) {
      return quiet.because(since + ", but below its material limit");
    }
    int last = scores.last();
    if (isBack(scored, last)) {
      return quiet.with(Verdict.CHANGED, "back to usual tonight after an " + since, story.get());
    }
    double effect = scored.effect(alarm.unusual(), last);
    return isMaterial(scored, last, effect)
        ? quiet.with(verdict(scored, effect), since, story.get())
        : quiet.because(since + ", but below its material limit");
  }

  /** Whether the report of a night of an open alarm had a finding of it. */
  private boolean tells(Scored scored, ScoredStream.Alarm alarm, int index) {
    return scored.scores().nights().get(index).n() >= policy.minimumRows()
        && !isBack(scored, index)
        && isMaterial(scored, index, scored.effect(alarm.unusual(), index));
  }

  private boolean isBack(Scored scored, int index) {
    ScoredStream scores = scored.scores();
    return scores.episodes().isCalm(scores.scores().get(index))
        && !isMaterial(scored, index, scored.effect(index));
  }

  /** A neutral stream warns, as no direction does harm. */
  private Verdict verdict(Scored scored, double effect) {
    Harm harm = harm(scored.stream(), policy);
    if (harm == Harm.NEITHER) {
      return Verdict.WARNING;
    }
    return harm.of(effect) ? Verdict.BREACH : Verdict.CHANGED;
  }

  /** The direction of harm of a stream. */
  static Harm harm(ComparedStream stream, Policy policy) {
    return policy.of(stream.measure()).harm();
  }

  /** A mix is material by its own distance, everything else by its move from the expected. */
  private boolean isMaterial(Scored scored, int index, double effect) {
    MetricPolicy tolerance = policy.of(scored.stream().measure());
    StreamNight night = scored.scores().nights().get(index);
    if (scored.stream().measure().metric().unit().equals("mix")) {
      double floor = night.distance().floor();
      return tolerance.isMaterialDistance(night.value(), Double.isNaN(floor) ? 0 : floor);
    }
    return !(scored.evidence().rising() && effect < 0)
        && tolerance.isMaterial(scored.expected(index), effect);
  }

  private static String signed(double z) {
    return Digits.signed(Digits.exactly(1, z));
  }
}
