package io.nightaudit.metrics.series;

/**
 * Autocorrelation of a series: ρ_k = Σ_t (x_t − x̄)(x_{t+k} − x̄) / Σ_t (x_t − x̄)².
 *
 * <p>In [−1, 1]; 0 for a series without spread.
 */
final class Autocorrelation {
  private final double[] deviations;
  private final double squares;

  private Autocorrelation(double[] deviations, double squares) {
    this.deviations = deviations;
    this.squares = squares;
  }

  static Autocorrelation of(double[] series) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double[] deviations = new double[series.length];
    double squares = 0;
    for (int i = 0; i < series.length; i++) {
      deviations[i] = series[i] - mean;
      squares += deviations[i] * deviations[i];
    }
    return new Autocorrelation(deviations, squares);
  }

  double at(int lag) {
    double products = 0;
    for (int i = lag; i < deviations.length; i++) {
      products += deviations[i] * deviations[i - lag];
    }
    return squares > 0 ? products / squares : 0;
  }
}
