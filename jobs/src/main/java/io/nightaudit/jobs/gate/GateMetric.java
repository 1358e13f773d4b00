package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.Contrast;
import io.nightaudit.jobs.comparison.Evidence.ChangeKind;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.MetricPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One metric that candidates are judged by.
 *
 * @param measure the metric
 * @param tolerance its line of policy, with a direction of harm
 */
public record GateMetric(Measure measure, MetricPolicy tolerance) {
  /** What to write where no metric is one. */
  public static final String REMEDY =
      "no metric of the policy is a gate; mark at least one whose columns are mapped, such as"
          + " policy.metrics.scores.correct: {material: 5 points, harm: decrease, gate: true}";

  /**
   * The gate metrics of a policy: those named in it whose columns are mapped, and every measured
   * score that its line for scores makes one.
   */
  public static List<GateMetric> of(
      AuditConfiguration configuration, Collection<Measure> measured) {
    Set<Measure> measures = new TreeSet<>(named(configuration));
    measured.stream()
        .filter(measure -> isGate(configuration.policy().of(measure)))
        .forEach(measures::add);
    return measures.stream()
        .map(measure -> new GateMetric(measure, configuration.policy().of(measure)))
        .toList();
  }

  private static List<Measure> named(AuditConfiguration configuration) {
    return configuration.policy().metrics().keySet().stream()
        .map(Measure::parse)
        .filter(measure -> isGate(configuration.policy().of(measure)))
        .filter(measure -> measure.metric() != Metric.SCORES || !measure.argument().isEmpty())
        .filter(measure -> configuration.lacking(measure.metric()).isEmpty())
        .toList();
  }

  /** Whether an archive with this configuration can have a gate metric at all. */
  public static boolean declared(AuditConfiguration configuration) {
    boolean everyScore =
        isGate(configuration.policy().of(Measure.of(Metric.SCORES)))
            && configuration.lacking(Metric.SCORES).isEmpty();
    return everyScore || !named(configuration).isEmpty();
  }

  private static boolean isGate(MetricPolicy tolerance) {
    return tolerance.gate() && tolerance.harm() != Harm.NEITHER;
  }

  /** A change as harm: positive is worse. */
  public double harmOf(double change) {
    return tolerance.harm() == Harm.INCREASE ? change : -change;
  }

  /** The material limit, expressed as the change is. */
  public double limit(ChangeKind kind, double baseline) {
    return limit(tolerance, kind, baseline);
  }

  static double limit(MetricPolicy tolerance, ChangeKind kind, double baseline) {
    boolean ratio = kind == ChangeKind.RATIO;
    if (tolerance.relative()) {
      return ratio ? tolerance.material() : tolerance.material() * Math.abs(baseline);
    }
    return ratio ? tolerance.material() / Math.abs(baseline) : tolerance.material();
  }

  double leastHarm(Contrast contrast) {
    return Math.min(harmOf(contrast.low()), harmOf(contrast.high()));
  }

  double mostHarm(Contrast contrast) {
    return Math.max(harmOf(contrast.low()), harmOf(contrast.high()));
  }
}
