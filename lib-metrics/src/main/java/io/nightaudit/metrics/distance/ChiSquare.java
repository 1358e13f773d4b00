package io.nightaudit.metrics.distance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square test that two rows of counts come from the same distribution, with Cramér's V.
 *
 * <p>X² = Σ (O−E)²/E over all cells, df = B−1; V = √(X²/N), as a table of two rows has min(r−1,
 * c−1) = 1.
 *
 * <p>X² is from 0 up and has no unit; it, V and the corrected V grow with the difference, p falls.
 * None has a direction: reference and current may be swapped.
 *
 * <p>V is biased upward: if nothing has changed, its square averages (B−1)/(N−1), not 0. The
 * corrected V is √(max(0, X²/N − (B−1)/(N−1)) / (1 − 1/(N−1))), from 0 to 1.
 *
 * <ul>
 *   <li>All NaN if either side is empty.
 *   <li>Bins that are empty on both sides do not count. A bin empty on one side is a cell like any
 *       other.
 *   <li>Equal shares: X² = 0, p = 1, V = 0.
 *   <li>One used bin: X² = 0, df = 0, p = 1, V = 0.
 *   <li>The p-value is asymptotic and small for any real change in large samples: read V.
 *   <li>The corrected V is NaN if every bin has a single count, which leaves nothing to correct by.
 *   <li>Negative counts or rows of different length: refused. A row that sums to more than 2^63 −
 *       1: an ArithmeticException.
 * </ul>
 *
 * <p>Source: SciPy {@code stats.chi2_contingency(correction=False)}; H. Cramér, Mathematical
 * Methods of Statistics, 1946, section 21.9; W. Bergsma, J. Korean Statistical Society 42(3), 2013,
 * doi:10.1016/j.jkss.2012.10.002.
 *
 * @param statistic X², from 0 up
 * @param degreesOfFreedom bins − 1
 * @param pValue probability of a statistic at least as large, 0 to 1
 * @param cramersV strength of the association, 0 (none) to 1
 * @param correctedV Cramér's V without the part that sampling alone explains, 0 to 1
 */
public record ChiSquare(
    double statistic, double degreesOfFreedom, double pValue, double cramersV, double correctedV) {
  private static final ChiSquare NONE =
      new ChiSquare(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Tests that both rows of counts share one distribution. */
  public static ChiSquare homogeneity(long[] reference, long[] current) {
    BinnedShares shares = BinnedShares.of(reference, current, Smoothing.NONE);
    if (shares.oneSideEmpty()) {
      return NONE;
    }
    double n = Counts.total(reference);
    double m = Counts.total(current);
    double statistic = 0;
    for (int i = 0; i < shares.bins(); i++) {
      double difference = shares.current()[i] - shares.reference()[i];
      double pooled = (shares.reference()[i] * n + shares.current()[i] * m) / (n + m);
      // (O−E)²/E of both rows in one term.
      statistic += difference * difference / (pooled * shares.inverseSizes());
    }
    double freedom = shares.bins() - 1.0;
    double square = Math.min(1, statistic / (n + m));
    return new ChiSquare(
        statistic,
        freedom,
        tail(statistic, freedom),
        Math.sqrt(square),
        corrected(square, freedom, n + m));
  }

  /** Probability of a chi-square variable at least as large; 1 without degrees of freedom. */
  static double tail(double statistic, double freedom) {
    return freedom == 0 ? 1 : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
  }

  /** Bergsma's φ̃² over the smaller of the corrected numbers of columns and rows, less one. */
  private static double corrected(double square, double freedom, double total) {
    if (freedom == 0) {
      return 0;
    }
    double excess = Math.max(0, square - freedom / (total - 1));
    double columns = freedom - freedom * freedom / (total - 1);
    double rows = 1 - 1 / (total - 1);
    return Math.sqrt(Math.min(1, excess / Math.min(columns, rows)));
  }
}
