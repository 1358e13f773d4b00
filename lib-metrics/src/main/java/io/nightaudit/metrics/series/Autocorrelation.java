package io.nightaudit.metrics.series;

import java.util.Arrays;

/**
 * Autocorrelation of a series: ρ_k = Σ_t (x_t − x̄)(x_{t+k} − x̄) / Σ_t (x_t − x̄)².
 *
 * <p>In [−1, 1], without unit; near 0 if values say nothing of those k steps later. By chance alone
 * it lies within ±1.96/√n in 19 of 20 series of n independent values.
 *
 * <ul>
 *   <li>No spread, one value, none, or fewer than k: 0.
 *   <li>The values are taken as equally spaced; leave gaps to the caller.
 *   <li>NaN anywhere: NaN.
 * </ul>
 *
 * <p>Source: G. E. P. Box and G. M. Jenkins, Time Series Analysis, 1976, 2.1.5; statsmodels {@code
 * acf(x, adjusted=False)}.
 */
public final class Autocorrelation {
  private final double[] deviations;
  private final double squares;

  private Autocorrelation(double[] deviations) {
    this.deviations = deviations;
    double sum = 0;
    for (double deviation : deviations) {
      sum += deviation * deviation;
    }
    this.squares = sum;
  }

  /** Of a series around its mean. */
  public static Autocorrelation of(double[] series) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double[] deviations = new double[series.length];
    for (int i = 0; i < series.length; i++) {
      deviations[i] = series[i] - mean;
    }
    return new Autocorrelation(deviations);
  }

  /**
   * Of a series around the mean of each group, such as the weekday.
   *
   * @param groups group of each value, from 0 up
   */
  public static Autocorrelation around(double[] series, int[] groups) {
    if (series.length != groups.length) {
      throw new IllegalArgumentException(
          series.length + " values for " + groups.length + " groups: give one per value");
    }
    int last = 0;
    for (int group : groups) {
      last = Math.max(last, group);
    }
    double[] weights = new double[series.length];
    Arrays.fill(weights, 1);
    GroupMeans means = new GroupMeans(last + 1);
    means.fit(series, weights, groups, series.length);
    double[] deviations = new double[series.length];
    for (int i = 0; i < series.length; i++) {
      deviations[i] = series[i] - means.mean(groups[i]);
    }
    return new Autocorrelation(deviations);
  }

  /** ρ at a lag of 0 or more steps. */
  public double at(int lag) {
    double products = 0;
    for (int i = lag; i < deviations.length; i++) {
      products += deviations[i] * deviations[i - lag];
    }
    return squares == 0 ? 0 : products / squares;
  }
}
