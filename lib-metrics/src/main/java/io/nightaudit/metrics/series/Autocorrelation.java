package io.nightaudit.metrics.series;

/** Autocorrelations of a series with divisor n, as time series packages define them. */
final class Autocorrelation {
  private Autocorrelation() {}

  /** Lags 0 to n−1; all 0 but the first for a constant series. */
  static double[] of(double[] series) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double[] result = new double[series.length];
    for (int lag = 0; lag < series.length; lag++) {
      for (int i = lag; i < series.length; i++) {
        result[lag] += (series[i] - mean) * (series[i - lag] - mean);
      }
    }
    double variance = series.length == 0 ? 0 : result[0];
    for (int lag = 0; lag < series.length; lag++) {
      result[lag] = variance == 0 ? (lag == 0 ? 1 : 0) : result[lag] / variance;
    }
    return result;
  }
}
