package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.ValueText;
import io.nightaudit.jobs.policy.MetricPolicy;

/** A material limit in words. */
final class MaterialText {
  private MaterialText() {}

  static String of(MetricPolicy tolerance, String unit) {
    if (tolerance.relative()) {
      return ValueText.number(100 * tolerance.material()) + "%";
    }
    return unit.equals("share")
        ? ValueText.number(100 * tolerance.material()) + " points"
        : ValueText.of(unit, tolerance.material());
  }
}
