package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.DetectableChanges;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.StreamLimits;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one figure of a report out of evidence and judgement. */
final class FigureComposer {
  private static final int NIGHTS_OF_A_SERIES = 60;
  private static final double CONFIDENCE = 0.95;

  private final NightRecord record;
  private final Policy policy;
  private final AlarmBudget budget;
  private final DetectableChanges detectable;

  FigureComposer(NightRecord record) {
    this.record = record;
    this.policy = record.configuration().policy();
    this.budget = AlarmBudget.of(record.configuration());
    this.detectable = new DetectableChanges(policy, budget);
  }

  /** A figure with its series and distribution, or without where it is one of many. */
  Report.Figure of(JudgedSlice slice, Measure measure, boolean full) {
    ComparedStream stream = slice.compared().streams().get(measure);
    Evidence evidence = stream.evidence().get(record.epochDay());
    Judgement judgement = slice.judgement(measure, record.epochDay()).orElseThrow();
    return new Report.Figure(
        Identifiers.figure(measure, slice.slice()),
        measure.name(),
        measure.title(),
        measure.metric().family().name(),
        slice.slice().asMap(),
        slice.slice().title(),
        finite(evidence.value()),
        evidence.unit(measure),
        evidence.n(),
        evidence.numerator() < 0 ? Optional.empty() : Optional.of(evidence.numerator()),
        interval(evidence),
        baseline(evidence),
        change(evidence.change()),
        finiteOnly(evidence.distances()),
        judgement.verdict().name(),
        judgement.reason(),
        score(judgement, budget.limits(slice.slice(), measure)),
        harm(measure),
        material(measure, evidence),
        band(judgement),
        full ? series(stream, judgement) : List.of(),
        full ? bins(evidence) : List.of(),
        full ? releaseChanges(slice.slice()) : List.of(),
        Formulas.of(measure, evidence),
        detectable(slice.slice(), stream, judgement),
        record.placebo().of(slice.slice(), measure).map(PlaceboComposer::of));
  }

  private Optional<SelfReport.MinimumDetectable> detectable(
      Slice slice, ComparedStream stream, Judgement judgement) {
    Measure measure = stream.measure();
    String unit = stream.evidence().get(record.epochDay()).unit(measure);
    return detectable
        .of(slice, stream, record.epochDay(), judgement)
        .map(new DetectableComposer(policy.of(measure), measure, unit)::of);
  }

  /** A figure that has no value tonight. */
  Report.Figure without(Measure measure, Slice slice, Verdict verdict, String reason) {
    return new Report.Figure(
        Identifiers.figure(measure, slice),
        measure.name(),
        measure.title(),
        measure.metric().family().name(),
        slice.asMap(),
        slice.title(),
        Optional.empty(),
        measure.metric().unit(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        verdict.name(),
        reason,
        Optional.empty(),
        harm(measure),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Formulas.of(measure),
        Optional.empty(),
        Optional.empty());
  }

  private String harm(Measure measure) {
    return policy.of(measure).harm().name();
  }

  private Optional<String> material(Measure measure, Evidence evidence) {
    MetricPolicy tolerance = policy.of(measure);
    boolean mix = measure.metric().unit().equals("mix");
    return mix || tolerance.material() == 0
        ? Optional.empty()
        : Optional.of(MaterialText.of(tolerance, measure.name(), evidence.unit(measure)));
  }

  private static Optional<Report.IntervalEntry> interval(Evidence evidence) {
    return Double.isFinite(evidence.low()) && Double.isFinite(evidence.high())
        ? Optional.of(new Report.IntervalEntry(evidence.low(), evidence.high(), CONFIDENCE))
        : Optional.empty();
  }

  private Optional<Report.Baseline> baseline(Evidence evidence) {
    Evidence.Baseline baseline = evidence.baseline();
    return finite(baseline.value())
        .map(value -> new Report.Baseline(value, baseline.n(), baseline.nights(), what(baseline)));
  }

  private String what(Evidence.Baseline baseline) {
    return "%s nights before, at most %s".formatted(baseline.nights(), policy.baselineNights());
  }

  /** A change as a report has it; absent where there is none. */
  static Optional<Report.Change> change(Evidence.Change change) {
    return finite(change.value())
        .map(
            value ->
                new Report.Change(
                    change.kind().name().toLowerCase(java.util.Locale.ROOT),
                    value,
                    finite(change.low()),
                    finite(change.high())));
  }

  private Optional<Report.Score> score(Judgement judgement, StreamLimits limits) {
    return finite(judgement.z())
        .map(
            z ->
                new Report.Score(
                    z,
                    judgement.ewma(),
                    limits.options(policy.score(), false, List.of()).ewmaBound(),
                    judgement.history(),
                    judgement.scoreAlarm().map(Identifiers::date),
                    limits.falsePerMonth(),
                    limits.runLength(),
                    limits.spikeLimit().stream().boxed().findFirst()));
  }

  private static Optional<Report.Band> band(Judgement judgement) {
    return Double.isFinite(judgement.low()) && Double.isFinite(judgement.high())
        ? Optional.of(new Report.Band(judgement.low(), judgement.expected(), judgement.high()))
        : Optional.empty();
  }

  private List<Report.NightValue> series(ComparedStream stream, Judgement judgement) {
    long tonight = record.epochDay();
    return stream.nights().subMap(tonight - NIGHTS_OF_A_SERIES + 1, tonight + 1).values().stream()
        .filter(night -> Double.isFinite(night.value()))
        .map(night -> value(night, judgement))
        .toList();
  }

  private static Report.NightValue value(StreamNight night, Judgement judgement) {
    return new Report.NightValue(
        LocalDate.ofEpochDay(night.epochDay()).toString(),
        night.value(),
        night.n(),
        mark(judgement, night.epochDay()));
  }

  /** How a night is marked in charts. */
  static String mark(Judgement judgement, long night) {
    Judgement.Mark mark = judgement.marks().get(night);
    return mark == null ? "none" : mark.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Report.Bin> bins(Evidence evidence) {
    return evidence.distribution().stream()
        .map(bin -> new Report.Bin(bin.label(), bin.before(), bin.tonight()))
        .toList();
  }

  private List<Report.ReleaseChange> releaseChanges(Slice slice) {
    return record.routes().stream()
        .filter(route -> slice.isWithin(route.route()))
        .flatMap(route -> changes(route).stream())
        .map(
            change ->
                new Report.ReleaseChange(
                    Identifiers.date(change.epochDay()), change.from(), change.to()))
        .toList();
  }

  private List<ReleaseChange> changes(RouteReleases route) {
    return route.changes(record.epochDay() - policy.baselineNights(), record.epochDay());
  }

  private static Map<String, Double> finiteOnly(Map<String, Double> distances) {
    return new java.util.TreeMap<>(distances);
  }

  static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
