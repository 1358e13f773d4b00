package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.cohort.Contrast;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.MetricPolicy;

/**
 * How a metric that is no gate differs between a candidate and the baseline: as information.
 *
 * @param measure the metric
 * @param evidence all values of one with all of the other
 * @param comparisons what was compared
 * @param kind what that says
 */
public record Movement(Measure measure, Evidence evidence, Comparisons comparisons, Kind kind) {
  /** What a difference is. */
  public enum Kind {
    /** Material, sure, and in the direction of harm. */
    HARM,
    /** Material and sure. */
    MOVED,
    /** Neither material nor sure enough to be told from none. */
    NOT_MATERIAL,
    /** Not comparable, or of too few values. */
    UNKNOWN
  }

  static Movement of(
      Measure measure,
      CohortComparison cohorts,
      MetricPolicy tolerance,
      double confidence,
      int minimumRows) {
    Evidence evidence = cohorts.evidence().get(measure);
    Comparisons comparisons = Comparisons.of(cohorts, measure, confidence, minimumRows);
    Kind kind =
        comparisons
            .counting()
            .map(contrast -> of(contrast, tolerance))
            .orElseGet(() -> ofDistribution(measure, evidence, tolerance, minimumRows));
    return new Movement(measure, evidence, comparisons, kind);
  }

  private static Kind of(Contrast contrast, MetricPolicy tolerance) {
    boolean sure = contrast.low() > 0 || contrast.high() < 0;
    double limit = GateMetric.limit(tolerance, contrast.kind(), contrast.before());
    if (!sure || Math.abs(contrast.value()) < limit) {
      return Kind.NOT_MATERIAL;
    }
    return tolerance.harm() != Harm.NEITHER && tolerance.harm().of(contrast.value())
        ? Kind.HARM
        : Kind.MOVED;
  }

  /** A mix has moved where its distance is beyond both the policy's and that of chance. */
  private static Kind ofDistribution(
      Measure measure, Evidence evidence, MetricPolicy tolerance, int minimumRows) {
    boolean mix = measure.metric().unit().equals("mix");
    boolean enough = Math.min(evidence.n(), evidence.baseline().n()) >= minimumRows;
    if (!mix || !enough || !Double.isFinite(evidence.value())) {
      return Kind.UNKNOWN;
    }
    boolean far =
        evidence.value() >= tolerance.distance() && evidence.value() > evidence.baseline().value();
    return far ? Kind.MOVED : Kind.NOT_MATERIAL;
  }

  /** Whether it is worth a line. */
  public boolean moved() {
    return kind == Kind.HARM || kind == Kind.MOVED;
  }
}
