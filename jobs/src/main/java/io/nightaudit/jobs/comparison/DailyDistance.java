package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.series.DailyValue;
import java.io.Serializable;

/**
 * How far the distribution of one night lay from that of the nights before it, as it was computed
 * on its own night. NaN where it was not.
 *
 * @param value the Jensen–Shannon distance
 * @param variance its sampling variance if nothing changed
 * @param floor what chance alone gives
 */
public record DailyDistance(double value, double variance, double floor) implements Serializable {
  /** No distance. */
  public static final DailyDistance NONE = new DailyDistance(Double.NaN, Double.NaN, Double.NaN);

  static DailyDistance of(Evidence evidence) {
    double value = evidence.distances().getOrDefault(Distances.JENSEN_SHANNON, Double.NaN);
    return DailyTransform.distance(value, evidence.baseline().n(), evidence.n())
        .map(daily -> of(evidence, daily))
        .orElse(NONE);
  }

  private static DailyDistance of(Evidence evidence, DailyValue daily) {
    double floor = evidence.distances().getOrDefault(Distances.JENSEN_SHANNON_FLOOR, Double.NaN);
    return new DailyDistance(daily.y(), daily.variance(), floor);
  }
}
