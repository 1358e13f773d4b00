package io.nightaudit.metrics.distance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square test that two rows of counts come from the same distribution, with Cramér's V.
 *
 * <p>X² = Σ (O−E)²/E over all cells, df = B−1; V = √(X²/N), as a table of two rows has min(r−1,
 * c−1) = 1. Bins that are empty on both sides do not count.
 *
 * <ul>
 *   <li>All NaN if either side is empty.
 *   <li>One used bin: X² = 0, df = 0, p = 1, V = 0.
 *   <li>The p-value is asymptotic and small for any real change in large samples: read V.
 * </ul>
 *
 * Source: SciPy {@code stats.chi2_contingency(correction=False)}; H. Cramér, Mathematical Methods
 * of Statistics, 1946, section 21.9.
 *
 * @param statistic X², from 0 up
 * @param degreesOfFreedom bins − 1
 * @param pValue probability of a statistic at least as large, 0 to 1
 * @param cramersV strength of the association, 0 (none) to 1
 */
public record ChiSquare(double statistic, double degreesOfFreedom, double pValue, double cramersV) {

  /** Tests that both rows of counts share one distribution. */
  public static ChiSquare homogeneity(long[] reference, long[] current) {
    BinnedShares shares = BinnedShares.of(reference, current, 0);
    if (shares.oneSideEmpty()) {
      return new ChiSquare(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
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
    double p = freedom == 0 ? 1 : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
    return new ChiSquare(statistic, freedom, p, Math.sqrt(statistic / (n + m)));
  }
}
