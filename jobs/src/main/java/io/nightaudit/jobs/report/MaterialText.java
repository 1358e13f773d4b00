package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.MetricPolicy;

/** A material limit in words. */
public final class MaterialText {
  private MaterialText() {}

  /** The limit with its unit. */
  public static String of(MetricPolicy tolerance, String metric, String unit) {
    if (tolerance.relative()) {
      return Digits.significant(100 * tolerance.material()) + "%";
    }
    return unit.equals("share")
        ? Digits.significant(100 * tolerance.material()) + " points"
        : Quantity.of(metric, unit).value(tolerance.material());
  }
}
