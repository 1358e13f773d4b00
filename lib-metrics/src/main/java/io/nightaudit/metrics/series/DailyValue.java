package io.nightaudit.metrics.series;

/**
 * One day's statistic on the scale on which it is followed, with its sampling variance.
 *
 * @param y the transformed value, within ±10⁵⁰
 * @param variance sampling variance of y within the day, from 10⁻¹⁰⁰ to 10¹⁰⁰
 */
public record DailyValue(double y, double variance) {
  public DailyValue {
    Checks.value(y, variance);
  }
}
