package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.comparison.PeriodEvidence;
import io.nightaudit.jobs.finding.PeriodJudge;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.report.Identifiers;
import io.nightaudit.jobs.report.MaterialText;
import io.nightaudit.jobs.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the figures of a period. */
final class PeriodFigures {
  private static final double CONFIDENCE = 0.95;

  private final PeriodRecord record;
  private final PeriodJudge judge;

  PeriodFigures(PeriodRecord record) {
    this.record = record;
    this.judge = new PeriodJudge(record.configuration().policy());
  }

  /** All traffic first, then each route; within them in the order of the catalogue. */
  List<PeriodReport.FigureEntry> compose() {
    List<PeriodReport.FigureEntry> figures = new ArrayList<>();
    record
        .slices()
        .forEach(
            slice -> slice.figures().forEach(figure -> figures.add(entry(slice.slice(), figure))));
    return figures;
  }

  private PeriodReport.FigureEntry entry(Slice slice, PeriodEvidence evidence) {
    Measure measure = evidence.measure();
    MetricPolicy tolerance = record.configuration().policy().of(measure);
    PeriodJudge.Reading reading = judge.of(evidence);
    return new PeriodReport.FigureEntry(
        Identifiers.figure(measure, slice),
        measure.name(),
        title(measure),
        measure.metric().family().name(),
        slice.asMap(),
        slice.title(),
        evidence.unit(),
        tolerance.gate(),
        isNightly(measure),
        tolerance.harm().name(),
        tolerance.material() > 0
            ? Optional.of(MaterialText.of(tolerance, measure.name(), evidence.unit()))
            : Optional.empty(),
        whole(evidence.now()),
        evidence.before().map(PeriodFigures::whole),
        change(evidence),
        reading.move().name(),
        reason(reading.reason(), evidence),
        series(evidence));
  }

  private static boolean isNightly(Measure measure) {
    Extraction extraction = measure.metric().extraction();
    return extraction instanceof Extraction.Total || extraction instanceof Extraction.Volume;
  }

  /** What adds up is given for a night; the catalogue calls its cost that of the night already. */
  private static String title(Measure measure) {
    return measure.metric().extraction() instanceof Extraction.Volume
        ? measure.title() + " of a night"
        : measure.title().replace("of the night", "of a night");
  }

  private static PeriodReport.Whole whole(PeriodEvidence.Whole whole) {
    boolean known = Double.isFinite(whole.low()) && Double.isFinite(whole.high());
    return new PeriodReport.Whole(
        whole.value(),
        whole.n(),
        whole.numerator() < 0 ? Optional.empty() : Optional.of(whole.numerator()),
        whole.nights(),
        known
            ? Optional.of(new Report.IntervalEntry(whole.low(), whole.high(), CONFIDENCE))
            : Optional.empty());
  }

  private static Optional<Report.Change> change(PeriodEvidence evidence) {
    Effect change = evidence.change();
    return finite(change.value())
        .map(
            value ->
                new Report.Change(
                    evidence.kind().name().toLowerCase(Locale.ROOT),
                    value,
                    finite(change.low()),
                    finite(change.high())));
  }

  static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  private static String reason(String reading, PeriodEvidence evidence) {
    int others = evidence.otherMeaning();
    if (others == 0) {
      return reading;
    }
    return "%s; %s of the period left out, as the figure meant something else"
        .formatted(reading, others == 1 ? "one night is" : others + " nights are");
  }

  private List<PeriodReport.NightValue> series(PeriodEvidence evidence) {
    List<PeriodReport.NightValue> series = new ArrayList<>();
    for (long night = record.first(); night <= record.last(); night++) {
      PeriodEvidence.NightValue value = evidence.nights().get(night);
      series.add(
          new PeriodReport.NightValue(
              Identifiers.date(night),
              value == null ? Optional.empty() : finite(value.value()),
              value == null ? 0 : value.n()));
    }
    return series;
  }
}
