package io.nightaudit.metrics.series;

/**
 * Pettitt's test for one change of level at an unknown time, from ranks.
 *
 * <p>U_t = 2 Σ_{i≤t} r_i − t(n+1); K = max|U_t|, p ≈ 2 exp(−6K²/(n³+n²)), at most 1; K from 0 up,
 * larger against "no change".
 *
 * <ul>
 *   <li>Fewer than two values: K = 0, no change, p = 1. All values equal: likewise.
 *   <li>Several times with the same |U|: the first counts. Equal values share their mean rank.
 *   <li>Dependence between days makes it reject too often, as {@link MannKendall}.
 * </ul>
 *
 * <p>Source: A. N. Pettitt, Applied Statistics 28(2), 1979; R {@code trend::pettitt.test}.
 *
 * @param statistic K
 * @param change number of values before the change: index of the first value after it, 0 for none
 * @param pValue two-sided, approximate, good at or below .5
 */
public record Pettitt(double statistic, int change, double pValue) {

  /** Tests a series in time order. */
  public static Pettitt of(double[] series) {
    Checks.finite(series);
    double[] ranks = Midranks.of(series);
    double n = series.length;
    double sum = 0;
    double largest = 0;
    int change = 0;
    for (int t = 1; t < ranks.length; t++) {
      sum += ranks[t - 1];
      double u = Math.abs(2 * sum - t * (n + 1));
      if (u > largest) {
        largest = u;
        change = t;
      }
    }
    double exponent = largest == 0 ? 0 : -6 * largest * largest / (n * n * n + n * n);
    return new Pettitt(largest, change, Math.min(1, 2 * StrictMath.exp(exponent)));
  }
}
