package io.nightaudit.metrics.series;

import java.util.Arrays;
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
 *   <li>Dependence between days makes it reject too often: read it as a size and direction.
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

  /** Tests a series without gaps in its values. */
  public static MannKendall of(double[] series) {
    Checks.finite(series);
    long s = sumOfSigns(series);
    double variance = variance(series);
    if (series.length < 3) {
      return new MannKendall(s, variance, Double.NaN, Double.NaN);
    }
    double z = s == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
    double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    return new MannKendall(s, variance, z, p);
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
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    double total = term(sorted.length);
    int run = 1;
    for (int i = 1; i <= sorted.length; i++) {
      if (i < sorted.length && sorted[i] == sorted[i - 1]) {
        run++;
      } else {
        total -= term(run);
        run = 1;
      }
    }
    return Math.max(0, total) / 18;
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5);
  }
}
