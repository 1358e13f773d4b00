package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.series.ChangePoint;
import io.nightaudit.metrics.series.ScoredNight;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the nights of one stream by its daily score and the materiality of the move. */
final class StreamJudge {
  private static final double NORMAL_QUANTILE = 1.959963984540054;
  private static final int NIGHTS_OF_AN_EFFECT = 3;
  private static final int NIGHTS_OF_DATING = 56;
  private static final int NIGHTS_AFTER = 7;

  private final Policy policy;
  private final StreamScore score;
  private final Episodes episodes;

  StreamJudge(Policy policy, Set<Long> unreliable) {
    this.policy = policy;
    this.score = new StreamScore(policy, unreliable);
    this.episodes = new Episodes(policy.score());
  }

  /** Judges one compared night. */
  Judgement judge(ComparedStream stream, long night) {
    Evidence evidence = stream.evidence().get(night);
    List<StreamNight> history = score.history(stream, night);
    int known = history.size() - (evidence.followed() ? 1 : 0);
    if (evidence.n() < policy.minimumRows()) {
      return Judgement.without(
          Verdict.INSUFFICIENT_DATA,
          "%s tonight, %s needed".formatted(evidence.n(), policy.minimumRows()),
          known);
    }
    if (!evidence.followed()) {
      return notFollowed(evidence, known);
    }
    List<ScoredNight> scored = score.replay(history, evidence.rising());
    ScoredNight tonight = scored.get(scored.size() - 1);
    if (tonight.state() == ScoredNight.State.LEARNING) {
      return Judgement.without(Verdict.LEARNING, learning(stream, night, known), known);
    }
    return judge(new Scored(stream, evidence, history, scored, known));
  }

  /** A stream with its nights and their scores up to tonight. */
  private record Scored(
      ComparedStream stream,
      Evidence evidence,
      List<StreamNight> history,
      List<ScoredNight> scores,
      int known) {
    ScoredNight tonight() {
      return scores.get(scores.size() - 1);
    }

    int last() {
      return scores.size() - 1;
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
    Optional<Integer> alarm = episodes.openAlarm(scored.scores());
    if (alarm.isPresent()) {
      return alarmed(scored, quiet, alarm.get());
    }
    return episodes.isUnusual(scored.tonight()) ? unusual(scored, quiet) : quiet;
  }

  private Judgement quiet(Scored scored) {
    ScoredNight tonight = scored.tonight();
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
        episodes.marks(scored.scores()),
        tonight.center(),
        tonight.spread());
  }

  private Judgement alarmed(Scored scored, Judgement quiet, int alarm) {
    int found = episodes.firstUnusual(scored.scores(), alarm);
    Judgement.Episode episode =
        new Judgement.Episode(day(scored, found), day(scored, alarm), began(scored, found));
    double effect = effect(scored, found);
    String since = "alarm since " + LocalDate.ofEpochDay(day(scored, alarm));
    if (episodes.isCalm(scored.tonight())
        && !isMaterial(scored, quiet.expected(), tonight(scored, quiet))) {
      return quiet.with(Verdict.CHANGED, "back to usual tonight after an " + since, episode);
    }
    if (!isMaterial(scored, quiet.expected(), effect)) {
      return quiet.with(
          Verdict.WITHIN_TOLERANCE,
          since + ", but below its material limit",
          Judgement.Episode.NONE);
    }
    return quiet.with(verdict(scored, effect, Verdict.BREACH), since, episode);
  }

  private Judgement unusual(Scored scored, Judgement quiet) {
    double effect = tonight(scored, quiet);
    if (!isMaterial(scored, quiet.expected(), effect) || scored.evidence().rising() && effect < 0) {
      return quiet;
    }
    int found = episodes.firstUnusual(scored.scores(), scored.last());
    long began = day(scored, found);
    Verdict verdict = verdict(scored, effect, Verdict.WARNING);
    return quiet.with(
        verdict,
        "unusual tonight, score " + signed(scored.tonight().z()),
        Judgement.Episode.unusual(began));
  }

  /** A neutral stream warns when it alarms, and has only changed when one night is unusual. */
  private Verdict verdict(Scored scored, double effect, Verdict ofHarm) {
    Harm harm = harm(scored.stream(), policy);
    if (harm == Harm.NEITHER) {
      return ofHarm == Verdict.BREACH ? Verdict.WARNING : Verdict.CHANGED;
    }
    return harm.of(effect) ? ofHarm : Verdict.CHANGED;
  }

  /** The direction of harm of a stream. */
  static Harm harm(ComparedStream stream, Policy policy) {
    return policy.of(stream.measure()).harm();
  }

  /** A mix is material by its own distance, everything else by its move from the expected. */
  private boolean isMaterial(Scored scored, double expected, double effect) {
    MetricPolicy tolerance = policy.of(scored.stream().measure());
    return scored.stream().measure().metric().unit().equals("mix")
        ? scored.evidence().value() >= tolerance.distance()
        : tolerance.isMaterial(expected, effect);
  }

  private static double tonight(Scored scored, Judgement quiet) {
    return scored.evidence().value() - quiet.expected();
  }

  /** Mean distance from the expected over the last nights of an episode. */
  private static double effect(Scored scored, int found) {
    int from = Math.max(found, scored.last() - NIGHTS_OF_AN_EFFECT + 1);
    double sum = 0;
    for (int i = from; i <= scored.last(); i++) {
      double expected = scored.evidence().scale().value(scored.scores().get(i).center());
      sum += scored.history().get(i).value() - expected;
    }
    return sum / (scored.last() - from + 1);
  }

  /** The last change point up to a week after the first unusual night, or that night itself. */
  private static long began(Scored scored, int found) {
    int end = Math.min(scored.last(), found + NIGHTS_AFTER - 1);
    int start = Math.max(0, end - NIGHTS_OF_DATING + 1);
    double[] values = new double[end - start + 1];
    for (int i = start; i <= end; i++) {
      values[i - start] = scored.history().get(i).y();
    }
    return ChangePoint.pelt(values).stream()
        .map(index -> start + index)
        .filter(index -> index <= found)
        .reduce((first, second) -> second)
        .map(index -> day(scored, index))
        .orElse(day(scored, found));
  }

  private static long day(Scored scored, int index) {
    return scored.scores().get(index).epochDay();
  }

  private static String signed(double z) {
    return Digits.signed(Digits.exactly(1, z));
  }
}
