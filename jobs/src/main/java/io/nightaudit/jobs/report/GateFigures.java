package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.gate.CandidateJudgement;
import io.nightaudit.jobs.gate.MetricJudgement;
import io.nightaudit.jobs.gate.Movement;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.profile.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of candidates in the shape of {@code report.json}: all values of each release. */
final class GateFigures {
  private static final double CONFIDENCE = 0.95;

  private final Policy policy;
  private final String baseline;
  private final int nights;

  GateFigures(Policy policy, String baseline, int nights) {
    this.policy = policy;
    this.baseline = baseline;
    this.nights = nights;
  }

  static String id(Measure measure, String release) {
    return Identifiers.figure(measure, slice(release));
  }

  private static Slice slice(String release) {
    return Slice.of(Level.RELEASE, release);
  }

  List<Report.Figure> of(CandidateJudgement candidate) {
    List<Report.Figure> figures = new ArrayList<>();
    for (MetricJudgement judgement : candidate.metrics()) {
      Evidence evidence = candidate.cohorts().evidence().get(judgement.metric().measure());
      figures.add(
          figure(
              judgement.metric().measure(),
              candidate.release(),
              Optional.ofNullable(evidence),
              verdict(judgement),
              Sentences.closed(capital(judgement.reason()))));
    }
    for (Movement movement : candidate.others()) {
      figures.add(
          figure(
              movement.measure(),
              candidate.release(),
              Optional.of(movement.evidence()),
              verdict(movement.kind()),
              reason(movement)));
    }
    return figures;
  }

  private static Verdict verdict(MetricJudgement judgement) {
    return switch (judgement.outcome()) {
      case PASSES -> Verdict.WITHIN_TOLERANCE;
      case FAILS -> Verdict.BREACH;
      case UNDECIDED -> Verdict.INSUFFICIENT_DATA;
    };
  }

  private static Verdict verdict(Movement.Kind kind) {
    return switch (kind) {
      case HARM -> Verdict.WARNING;
      case MOVED -> Verdict.CHANGED;
      case NOT_MATERIAL -> Verdict.WITHIN_TOLERANCE;
      case UNKNOWN -> Verdict.INSUFFICIENT_DATA;
    };
  }

  private static String reason(Movement movement) {
    return switch (movement.kind()) {
      case HARM -> "A material difference, towards harm.";
      case MOVED -> "A material difference.";
      case NOT_MATERIAL -> "No material difference that is sure.";
      case UNKNOWN -> Sentences.closed(capital(movement.comparisons().obstacle()));
    };
  }

  private static String capital(String text) {
    return io.nightaudit.jobs.report.wording.Mark.capital(text);
  }

  private Report.Figure figure(
      Measure measure,
      String release,
      Optional<Evidence> evidence,
      Verdict verdict,
      String reason) {
    MetricPolicy tolerance = policy.of(measure);
    String unit = evidence.map(e -> e.unit(measure)).orElse(measure.metric().unit());
    return new Report.Figure(
        id(measure, release),
        measure.name(),
        measure.title(),
        measure.metric().family().name(),
        slice(release).asMap(),
        release,
        evidence.flatMap(e -> FigureComposer.finite(e.value())),
        unit,
        evidence.map(Evidence::n).orElse(0L),
        evidence.filter(e -> e.numerator() >= 0).map(Evidence::numerator),
        evidence.flatMap(GateFigures::interval),
        evidence.flatMap(this::baseline),
        evidence.flatMap(e -> FigureComposer.change(e.change())),
        evidence.map(GateFigures::distances).orElse(Map.of()),
        verdict.name(),
        reason,
        Optional.empty(),
        tolerance.harm().name(),
        material(tolerance, measure, unit),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        evidence.map(e -> Formulas.of(measure, e)).orElseGet(() -> Formulas.of(measure)));
  }

  static Optional<String> material(MetricPolicy tolerance, Measure measure, String unit) {
    return measure.metric().unit().equals("mix") || tolerance.material() == 0
        ? Optional.empty()
        : Optional.of(MaterialText.of(tolerance, measure.name(), unit));
  }

  private static Optional<Report.IntervalEntry> interval(Evidence evidence) {
    return Double.isFinite(evidence.low()) && Double.isFinite(evidence.high())
        ? Optional.of(new Report.IntervalEntry(evidence.low(), evidence.high(), CONFIDENCE))
        : Optional.empty();
  }

  private Optional<Report.Baseline> baseline(Evidence evidence) {
    return FigureComposer.finite(evidence.baseline().value())
        .map(
            value ->
                new Report.Baseline(
                    value, evidence.baseline().n(), nights, "the baseline, " + baseline));
  }

  private static Map<String, Double> distances(Evidence evidence) {
    return new TreeMap<>(evidence.distances());
  }
}
