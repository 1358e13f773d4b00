package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.BaselineOrigin;
import io.nightaudit.jobs.explanation.ExplainedFigure.Check;
import io.nightaudit.jobs.explanation.ExplainedFigure.NightBefore;
import io.nightaudit.jobs.explanation.ExplainedFigure.ScoreOrigin;
import io.nightaudit.jobs.explanation.ExplainedFigure.Value;
import io.nightaudit.jobs.metric.Digits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person reads of explained figures. */
public final class ExplanationText {
  private final Lines lines = new Lines();

  private ExplanationText() {}

  /** All figures, one after another. */
  public static String of(List<ExplainedFigure> figures) {
    ExplanationText text = new ExplanationText();
    figures.forEach(text::figure);
    return text.lines.toString();
  }

  private void figure(ExplainedFigure figure) {
    lines.heading(figure.id());
    if (!figure.about().isEmpty()) {
      lines.sentence(figure.about());
    }
    lines.sentence(figure.title() + ", " + figure.sliceTitle());
    lines.sentence(
        "night of %s · family %s · metric %s"
            .formatted(figure.night(), figure.family().toLowerCase(Locale.ROOT), figure.metric()));
    value(figure);
    definition(figure);
    inputs(figure);
    interval(figure);
    baseline(figure.baseline());
    change(figure);
    score(figure.score());
    policy(figure);
    reproduction(figure);
  }

  private void value(ExplainedFigure figure) {
    Value value = figure.value();
    lines
        .heading("VALUE")
        .pair("printed", value.printed())
        .pair("stored", exact(value.stored()) + " (" + value.unit() + ")")
        .pair("n", count(value))
        .pair("verdict", figure.verdict() + reason(figure))
        .pair(
            "shown",
            figure.shown()
                ? "in the report of the night"
                : "not in the report; in the table measurements")
        .pairs("labels", figure.labels());
  }

  private static String reason(ExplainedFigure figure) {
    return figure.reason().isEmpty() ? "" : ": " + figure.reason();
  }

  private static String count(Value value) {
    return value
        .numerator()
        .map(counted -> Exact.count(counted) + " of " + Exact.count(value.n()))
        .orElse(Exact.count(value.n()));
  }

  private static String exact(Optional<Double> number) {
    return number.map(Exact::number).orElse("none");
  }

  private void definition(ExplainedFigure figure) {
    lines
        .heading("DEFINITION")
        .pair("what", figure.definition())
        .pair("how", figure.formula())
        .pairs(
            "columns",
            figure.columns().stream()
                .map(column -> column.column() + ": " + column.from())
                .toList());
  }

  private void inputs(ExplainedFigure figure) {
    lines.heading("INPUTS, from the stored profile of the night");
    if (figure.inputs().isEmpty()) {
      lines.pair("none", "the profile holds nothing of this figure");
    }
    figure.inputs().forEach(input -> lines.pair(input.name(), input.value()));
    lines.heading("RECOMPUTED");
    figure.arithmetic().forEach(step -> lines.pair("", step));
    check(figure.check(), figure.value());
  }

  private void check(Check check, Value value) {
    switch (check.state()) {
      case AGREES ->
          lines.pair(
              "agrees",
              value.stored().isEmpty()
                  ? "there is no value, and nothing to compute one from"
                  : "value, interval, baseline, change, score and verdict, to the last digit");
      case DIFFERS -> lines.pairs("DIFFERS", check.differences());
      case NOT_RECOMPUTED -> lines.pair("NOT RECOMPUTED", "it cannot be checked");
    }
    lines.pairs("note", check.notes());
  }

  private void interval(ExplainedFigure figure) {
    lines
        .heading("INTERVAL")
        .pair("method", figure.interval().method())
        .pairs("inputs", figure.interval().inputs());
    figure
        .interval()
        .low()
        .ifPresent(
            low ->
                lines.pair("ends", Exact.number(low) + " to " + exact(figure.interval().high())));
  }

  private void baseline(BaselineOrigin baseline) {
    lines
        .heading("BASELINE")
        .pair("before", baseline.printed() + " (" + exact(baseline.value()) + ")")
        .pair("from", baseline.how())
        .pair(
            "nights",
            "%s compared with, n %s".formatted(baseline.nights(), Exact.count(baseline.n())));
    baseline.window().forEach(this::night);
  }

  private void night(NightBefore night) {
    String value =
        night.value().map(Exact::number).map(v -> v + ", n " + Exact.count(night.n())).orElse("–");
    lines.pair(
        night.night(), "%s; %s; score: %s".formatted(value, night.comparison(), night.score()));
  }

  private void change(ExplainedFigure figure) {
    figure
        .change()
        .ifPresent(
            change ->
                lines
                    .heading("CHANGE")
                    .pair("change", change.printed() + " (" + change.kind() + ")")
                    .pair("arithmetic", change.arithmetic())
                    .pair("method", change.method())
                    .pair(
                        "ends",
                        change
                            .low()
                            .map(low -> Exact.number(low) + " to " + exact(change.high()))
                            .orElse("")));
  }

  private void score(ScoreOrigin score) {
    lines
        .heading("SCORE")
        .pair("state", score.state())
        .pair(
            "nights known",
            "%s; %s before the first score".formatted(score.nights(), score.learningNights()))
        .pair("expected", score.expected());
    score.z().ifPresent(z -> scored(score, z));
    lines
        .pair(
            "limits",
            "moving average ±%s%s"
                .formatted(
                    Exact.number(score.ewmaLimit()),
                    score
                        .spikeLimit()
                        .map(limit -> "; two nights of three beyond ±" + Exact.number(limit))
                        .orElse("")))
        .pair(
            "share of budget",
            "%s of the accepted false alarms: %s in 30 nights, one in %s nights"
                .formatted(
                    Digits.significant(2, 100 * score.shareOfBudget()) + "%",
                    Exact.number(score.falsePerMonth()),
                    Digits.significant(score.runLength())));
  }

  private void scored(ScoreOrigin score, double z) {
    lines
        .pair("daily value", exact(score.y()) + ", sampling variance " + exact(score.variance()))
        .pair(
            "deviation",
            "(%s − %s) / %s, carried to the normal scale = score %s"
                .formatted(
                    exact(score.y()),
                    exact(score.center()),
                    exact(score.spread()),
                    Exact.number(z)))
        .pair("moving average", exact(score.ewma()));
  }

  private void policy(ExplainedFigure figure) {
    lines.heading("POLICY");
    figure
        .policy()
        .forEach(
            line ->
                lines.pair("", "%s: %s (%s)".formatted(line.key(), line.value(), line.origin())));
  }

  private void reproduction(ExplainedFigure figure) {
    lines.heading("REPRODUCE");
    lines.pair("again", "from the stored profiles, or from the archive:");
    figure.reproduction().commands().forEach(lines::verbatim);
    lines.pair("the store", "Spark SQL with Delta:");
    lines.verbatim(figure.reproduction().measurementsSql());
    lines.pair("the archive", figure.reproduction().archiveNote());
    figure.reproduction().archiveSql().ifPresent(lines::verbatim);
  }
}
