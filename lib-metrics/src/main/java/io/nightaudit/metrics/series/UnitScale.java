package io.nightaudit.metrics.series;

/** Brings a series to the order of 1 by a power of 2, which loses no digits. */
final class UnitScale {
  private UnitScale() {}

  /**
   * The series with its largest size in [1, 2), so that its squares neither overflow nor vanish.
   */
  static double[] of(double[] series) {
    double largest = 0;
    for (double value : series) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] scaled = series.clone();
    if (largest > 0) {
      int exponent = largest < Double.MIN_NORMAL ? Double.MIN_EXPONENT : Math.getExponent(largest);
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = Math.scalb(series[i], -exponent);
      }
    }
    return scaled;
  }
}
