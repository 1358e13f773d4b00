package io.nightaudit.metrics.series;

/**
 * Pettitt's rank test for one change of level at an unknown time.
 *
 * <p>U_t = Σ_{i≤t} Σ_{j&gt;t} sign(x_i − x_j) = 2 Σ_{i≤t} rank_i − t(n+1), K = max |U_t|, p ≈
 * min(1, 2 exp(−6K²/(n³+n²))). K in pairs, 0 or more, larger for a clearer change. The
 * approximation is good for p below 0.5.
 *
 * <ul>
 *   <li>Fewer than two values: K = 0 at 0, p NaN.
 *   <li>All values equal: K = 0 at 0, p = 1.
 *   <li>Equal values have equal (middle) ranks; equally good times: the earliest.
 *   <li>Dependence between days makes it reject too often.
 * </ul>
 *
 * Source: A. N. Pettitt, Applied Statistics 28(2), 1979; R {@code trend::pettitt.test}.
 *
 * @param statistic K
 * @param start index of the first value after the change, 0 if there is none
 * @param pValue two-sided
 */
public record Pettitt(long statistic, int start, double pValue) {

  /** Tests a series in time order. */
  public static Pettitt of(double[] series) {
    Checks.finite(series);
    long n = series.length;
    if (n < 2) {
      return new Pettitt(0, 0, Double.NaN);
    }
    long[] doubledRanks = Ranks.doubled(series);
    long sum = 0;
    long largest = 0;
    int start = 0;
    for (int t = 1; t < n; t++) {
      sum += doubledRanks[t - 1];
      long size = Math.abs(sum - t * (n + 1));
      if (size > largest) {
        largest = size;
        start = t;
      }
    }
    double exponent = -6 * ((double) largest * largest) / ((double) n * n * (n + 1));
    return new Pettitt(largest, start, Math.min(1, 2 * StrictMath.exp(exponent)));
  }
}
