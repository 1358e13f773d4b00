package io.nightaudit.metrics.series;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mann–Kendall test for a monotone trend in a series in time order.
 *
 * <p>S = Σ_{i&lt;j} sign(x_j − x_i), Var = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 over ties of t equal
 * values, Z = (S − sign S)/√Var.
 *
 * <p>S is a number of pairs, from −n(n−1)/2 (every value below the one before) to n(n−1)/2; Z has
 * no unit; p is from 0 to 1, small for a trend.
 *
 * <ul>
 *   <li>Fewer than three values, also none: Z and p are NaN; S and its variance are those of the
 *       pairs there are.
 *   <li>All values equal: S = 0, Z = 0, p = 1. Zeros are values like any other; −0.0 equals 0.0.
 *   <li>NaN or infinite: refused; leave such days out.
 *   <li>Dependence between days makes it reject too often: read it as a size and direction.
 * </ul>
 *
 * <p>Source: H. B. Mann, Econometrica 13, 1945; M. G. Kendall, Rank Correlation Methods, 1975; R
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

  /**
   * The test of a series whose days depend on each other, by the variance of Hamed and Rao.
   *
   * <p>The variance is multiplied by 1 + 2/(n(n−1)(n−2)) Σ (n−i)(n−i−1)(n−i−2) ρ_i over the
   * autocorrelations ρ_i, significant at 5 %, of the ranks of the series without its Sen slope.
   *
   * <p>Range, unit and direction as {@link #of}; {@code variance} is the corrected one.
   *
   * <ul>
   *   <li>Fewer than three values: as {@link #of}. All values equal: S = 0, Z = 0, p = 1.
   *   <li>A factor that is not above 0: Z and p are NaN unless S = 0, which gives the result of
   *       {@link #of}.
   *   <li>NaN or infinite: refused.
   * </ul>
   *
   * <p>Source: K. H. Hamed and A. R. Rao, J. Hydrology 204, 1998, doi
   * 10.1016/S0022-1694(97)00125-X; pyMannKendall {@code hamed_rao_modification_test}.
   */
  public static MannKendall hamedRao(double[] series) {
    MannKendall independent = of(series);
    if (series.length < 3) {
      return independent;
    }
    double corrected = independent.variance * dependence(series);
    if (!(corrected > 0)) {
      return independent.s == 0
          ? independent
          : new MannKendall(independent.s, corrected, Double.NaN, Double.NaN);
    }
    double sign = Math.signum((double) independent.s);
    double z = (independent.s - sign) / Math.sqrt(corrected);
    double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    return new MannKendall(independent.s, corrected, z, p);
  }

  private static double dependence(double[] series) {
    double slope = SenSlope.of(series, 0.95).slope();
    double[] flat = new double[series.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = series[i] - (i + 1) * slope;
    }
    double[] correlations = Autocorrelation.of(Midranks.of(flat));
    double n = flat.length;
    double border = NORMAL.inverseSurvivalProbability(0.025) / Math.sqrt(n);
    double sum = 0;
    for (int lag = 1; lag < flat.length; lag++) {
      if (Math.abs(correlations[lag]) > border) {
        sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlations[lag];
      }
    }
    return 1 + 2 / (n * (n - 1) * (n - 2)) * sum;
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
