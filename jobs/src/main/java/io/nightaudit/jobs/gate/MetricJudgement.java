package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.cohort.Contrast;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import java.util.Locale;

/**
 * What one gate metric says of a candidate.
 *
 * @param metric the metric
 * @param comparisons what was compared
 * @param outcome what follows
 * @param limit the material limit, as the change is expressed; NaN where there is none
 * @param unit the unit of its values
 * @param reason why
 */
public record MetricJudgement(
    GateMetric metric,
    Comparisons comparisons,
    Outcome outcome,
    double limit,
    String unit,
    String reason) {

  static MetricJudgement of(
      GateMetric metric, CohortComparison cohorts, double confidence, int minimumRows) {
    Measure measure = metric.measure();
    Comparisons comparisons = Comparisons.of(cohorts, measure, confidence, minimumRows);
    Evidence evidence = cohorts.evidence().get(measure);
    String unit = evidence == null ? measure.metric().unit() : evidence.unit(measure);
    if (comparisons.counting().isEmpty()) {
      return new MetricJudgement(
          metric, comparisons, Outcome.UNDECIDED, Double.NaN, unit, comparisons.obstacle());
    }
    Contrast contrast = comparisons.counting().get();
    double limit = metric.limit(contrast.kind(), contrast.before());
    Outcome outcome = outcome(metric, contrast, limit);
    return new MetricJudgement(
        metric, comparisons, outcome, limit, unit, reason(metric, contrast, limit, unit, outcome));
  }

  private static Outcome outcome(GateMetric metric, Contrast contrast, double limit) {
    if (metric.mostHarm(contrast) < limit) {
      return Outcome.PASSES;
    }
    boolean harm = metric.leastHarm(contrast) > 0 && metric.harmOf(contrast.value()) >= limit;
    return harm ? Outcome.FAILS : Outcome.UNDECIDED;
  }

  private static String reason(
      GateMetric metric, Contrast contrast, double limit, String unit, Outcome outcome) {
    Quantity quantity = Quantity.of(metric.measure().name(), unit);
    String kind = contrast.kind().name().toLowerCase(Locale.ROOT);
    String change = quantity.change(kind, contrast.value());
    String interval = quantity.changeInterval(kind, contrast.low(), contrast.high());
    String material = quantity.change(kind, metric.harmOf(limit));
    return switch (outcome) {
      case PASSES -> "the interval, %s, ends before %s".formatted(interval, material);
      case FAILS ->
          "%s is beyond %s, and the whole interval, %s, is harm"
              .formatted(change, material, interval);
      case UNDECIDED ->
          "the interval, %s, reaches %s, and %s"
              .formatted(interval, material, open(metric, contrast, limit));
    };
  }

  /** Why an interval that reaches material harm is not enough to fail. */
  private static String open(GateMetric metric, Contrast contrast, double limit) {
    return metric.leastHarm(contrast) > 0 && metric.harmOf(contrast.value()) < limit
        ? "the estimate does not"
        : "no harm at all is possible too";
  }
}
