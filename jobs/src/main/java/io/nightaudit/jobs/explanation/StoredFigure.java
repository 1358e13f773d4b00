package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A figure as the store keeps it, or as its profiles give it. Numbers that do not exist are NaN.
 *
 * @param value the value in the metric's unit
 * @param n values behind it
 * @param numerator values that count, −1 where the value is no share
 * @param low lower end of the 95 % interval of the value
 * @param high upper end
 * @param y the value on the scale on which the stream is followed
 * @param variance sampling variance of y
 * @param definition hash of what the measure meant
 * @param distance how far the distribution lay from that of the nights before
 * @param comparison what it was before, where there is a night before
 * @param judged what was said of it
 */
public record StoredFigure(
    double value,
    long n,
    long numerator,
    double low,
    double high,
    double y,
    double variance,
    String definition,
    DailyDistance distance,
    Optional<Comparison> comparison,
    Judged judged) {

  /** A figure against the nights before. */
  public record Comparison(
      Evidence.Baseline baseline, Evidence.Change change, SortedMap<String, Double> distances) {
    public Comparison {
      distances = Collections.unmodifiableSortedMap(new TreeMap<>(distances));
    }
  }

  /** What was said of a figure, and by which score. */
  public record Judged(
      Verdict verdict,
      String reason,
      double z,
      double ewma,
      int history,
      double expected,
      double low,
      double high) {}

  /** A figure as it is recomputed. */
  static StoredFigure of(Evidence evidence, Judgement judgement, StreamNight daily) {
    return new StoredFigure(
        evidence.value(),
        evidence.n(),
        evidence.numerator(),
        evidence.low(),
        evidence.high(),
        evidence.y(),
        evidence.variance(),
        daily.definition(),
        daily.distance(),
        evidence.baseline().nights() == 0
            ? Optional.empty()
            : Optional.of(
                new Comparison(evidence.baseline(), evidence.change(), evidence.distances())),
        new Judged(
            judgement.verdict(),
            judgement.reason(),
            judgement.z(),
            judgement.ewma(),
            judgement.history(),
            judgement.expected(),
            judgement.low(),
            judgement.high()));
  }

  /** What differs of what was measured and compared, as stored and as recomputed. */
  List<String> measuredDifferences(StoredFigure recomputed) {
    Differences differences =
        new Differences()
            .number("value", value, recomputed.value)
            .whole("n", n, recomputed.n)
            .whole("numerator", numerator, recomputed.numerator)
            .number("low", low, recomputed.low)
            .number("high", high, recomputed.high)
            .number("daily", y, recomputed.y)
            .number("daily_variance", variance, recomputed.variance)
            .text("definition", definition, recomputed.definition)
            .number("distance", distance.value(), recomputed.distance.value())
            .number("distance_floor", distance.floor(), recomputed.distance.floor());
    return compared(differences, recomputed.comparison).list();
  }

  private Differences compared(Differences differences, Optional<Comparison> recomputed) {
    if (comparison.isEmpty() || recomputed.isEmpty()) {
      return differences.text(
          "comparison", presence(comparison.isPresent()), presence(recomputed.isPresent()));
    }
    Comparison stored = comparison.get();
    Comparison other = recomputed.get();
    return differences
        .number("baseline_value", stored.baseline().value(), other.baseline().value())
        .whole("baseline_n", stored.baseline().n(), other.baseline().n())
        .whole("baseline_nights", stored.baseline().nights(), other.baseline().nights())
        .text("change_kind", stored.change().kind().name(), other.change().kind().name())
        .number("change", stored.change().value(), other.change().value())
        .number("change_low", stored.change().low(), other.change().low())
        .number("change_high", stored.change().high(), other.change().high())
        .text("distances", stored.distances().toString(), other.distances().toString());
  }

  private static String presence(boolean there) {
    return there ? "there" : "none";
  }

  /** What differs of what was said. */
  List<String> judgedDifferences(StoredFigure recomputed) {
    Judged other = recomputed.judged;
    return new Differences()
        .text("verdict", judged.verdict().name(), other.verdict().name())
        .text("reason", judged.reason(), other.reason())
        .number("score", judged.z(), other.z())
        .number("ewma", judged.ewma(), other.ewma())
        .whole("history", judged.history(), other.history())
        .number("expected", judged.expected(), other.expected())
        .number("expected_low", judged.low(), other.low())
        .number("expected_high", judged.high(), other.high())
        .list();
  }
}
