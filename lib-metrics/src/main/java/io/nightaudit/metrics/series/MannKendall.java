package io.nightaudit.metrics.series;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mann–Kendall test for a monotone trend in a series in time order.
 *
 * <p>S = Σ_{i&lt;j} sign(x_j − x_i), Var = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 over ties of t equal
 * values, Z = (S − sign S)/√Var.
 *
 * <ul>
 *   <li>Fewer than three values: Z and p are NaN.
 *   <li>All values equal: S = 0, Z = 0, p = 1.
 *   <li>Dependence between days makes it reject too often: see {@link TrendCorrection}.
 * </ul>
 *
 * Source: H. B. Mann, Econometrica 13, 1945; M. G. Kendall, Rank Correlation Methods, 1975; R
 * {@code trend::mk.test}.
 *
 * @param s sum of signs; positive for a rise
 * @param variance of S without a trend, corrected for ties
 * @param z normal statistic with continuity correction
 * @param pValue two-sided
 */
public record MannKendall(long s, double variance, double z, double pValue) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int FEWEST = 3;

  /** Tests a series without gaps in its values. */
  public static MannKendall of(double[] series) {
    Checks.finite(series);
    long s = sumOfSigns(series);
    double variance = variance(series);
    return series.length < FEWEST
        ? new MannKendall(s, variance, Double.NaN, Double.NaN)
        : of(s, variance);
  }

  /** The test of S with a variance that may have been corrected; NaN if that is not above 0. */
  static MannKendall of(long s, double variance) {
    if (s != 0 && !(variance > 0)) {
      return new MannKendall(s, variance, Double.NaN, Double.NaN);
    }
    double z = s == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
    double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    return new MannKendall(s, variance, z, p);
  }

  /**
   * Kendall's τ_b of a series and its time: S / √(N (N − Σ t(t−1)/2)) for the N = n(n−1)/2 pairs.
   *
   * <p>In [−1, 1], 1 if each value exceeds the one before; NaN if no two values differ. Source: M.
   * G. Kendall, Biometrika 33(3), 1945; {@code scipy.stats.kendalltau}.
   */
  public static double tau(double[] series) {
    Checks.finite(series);
    double pairs = series.length * (series.length - 1.0) / 2;
    double untied = pairs - tied(series, t -> t * (t - 1) / 2);
    return sumOfSigns(series) / Math.sqrt(pairs * untied);
  }

  private static long sumOfSigns(double[] series) {
    long sum = 0;
    for (int i = 0; i < series.length; i++) {
      for (int j = i + 1; j < series.length; j++) {
        sum += Integer.signum(Double.compare(series[j] + 0.0, series[i] + 0.0));
      }
    }
    return sum;
  }

  private static double variance(double[] series) {
    double total = term(series.length) - tied(series, MannKendall::term);
    return Math.max(0, total) / 18;
  }

  /** Sum of a term over the numbers t of equal values. */
  private static double tied(double[] series, DoubleUnaryOperator term) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    double total = 0;
    int run = 1;
    for (int i = 1; i <= sorted.length; i++) {
      if (i < sorted.length && sorted[i] == sorted[i - 1]) {
        run++;
      } else {
        total += term.applyAsDouble(run);
        run = 1;
      }
    }
    return total;
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5);
  }
}
