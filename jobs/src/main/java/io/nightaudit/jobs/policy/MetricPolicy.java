package io.nightaudit.jobs.policy;

import io.nightaudit.jobs.metric.Harm;
import java.io.Serializable;

/**
 * What one metric tolerates.
 *
 * @param material the smallest change that matters
 * @param relative whether that change is a share of the baseline (0.2 is 20 %) or in the unit of
 *     the metric
 * @param harm the direction of harm: the policy's where it says one, else the catalogue's
 * @param gate whether a rollback may rest on it
 * @param distance the Jensen–Shannon distance (0 to 1) from which a distribution has moved
 * @param weight how much of the alarm budget it gets, relative to other metrics
 */
public record MetricPolicy(
    double material, boolean relative, Harm harm, boolean gate, double distance, double weight)
    implements Serializable {
  public MetricPolicy {
    if (!(material >= 0 && material < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "material is " + material + "; it must be a number of at least 0");
    }
  }

  /** Whether a move from a baseline by a change is at least material. */
  public boolean isMaterial(double baseline, double change) {
    return Math.abs(change) >= limit(baseline);
  }

  /** The smallest move from a baseline that matters, in the unit of the metric. */
  public double limit(double baseline) {
    return relative ? material * Math.abs(baseline) : material;
  }

  /** Whether a distance lies further above what chance alone gives (its floor) than is material. */
  public boolean isMaterialDistance(double value, double floor) {
    return value * value - floor * floor > distance * distance;
  }
}
