package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.label.LabelEstimate;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.metrics.interval.Interval;
import java.util.List;
import java.util.Optional;

/** Lists what people's labels say, target by target. */
final class LabelComposer {
  private static final double CONFIDENCE = 0.95;

  private LabelComposer() {}

  static List<LabelEntry> compose(NightRecord record) {
    return record.labels().stream().map(estimate -> entry(record, estimate)).toList();
  }

  private static LabelEntry entry(NightRecord record, LabelEstimate estimate) {
    return new LabelEntry(
        estimate.target(),
        title(estimate.target()),
        unit(record, estimate),
        number(estimate.estimate()),
        estimate.interval().map(Interval::low),
        estimate.interval().map(Interval::high),
        CONFIDENCE,
        estimate.n(),
        estimate.judged(),
        number(estimate.lambda()),
        number(estimate.judgeMean()),
        estimate.people(),
        number(estimate.agreement()),
        estimate.doubly(),
        estimate.unusable(),
        estimate.reason());
  }

  /** A score of yes and no is a share. */
  private static String unit(NightRecord record, LabelEstimate estimate) {
    if (estimate.isShare()) {
      return "share";
    }
    Measure measure = Measure.parse(estimate.target());
    return record
        .all()
        .map(all -> all.compared().streams().get(measure))
        .map(stream -> stream.evidence().get(record.epochDay()))
        .map(evidence -> evidence.unit(measure))
        .orElse(measure.metric().unit());
  }

  private static String title(String target) {
    return switch (target) {
      case LabelEstimate.PRECISION -> "Guardrail hits that are right";
      case LabelEstimate.MISSES -> "Violations among answers without a hit";
      default -> Measure.parse(target).title();
    };
  }

  private static Optional<Double> number(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
