package io.nightaudit.metrics.distance;

/**
 * Likelihood-ratio (G) test that two rows of counts come from the same distribution.
 *
 * <p>G = 2 Σ O ln(O/E) over all cells, df = B−1. It is 2N times the mutual information of row and
 * bin in nats, and adds up over nested tables, which X² does not.
 *
 * <ul>
 *   <li>All NaN if either side is empty.
 *   <li>An empty cell adds 0; a bin that is empty on both sides does not count.
 *   <li>One used bin: G = 0, df = 0, p = 1.
 *   <li>The p-value is asymptotic, and small for any real change in large samples.
 * </ul>
 *
 * <p>Source: R. R. Sokal and F. J. Rohlf, Biometry, 1981, chapter 17; as SciPy {@code
 * stats.chi2_contingency(correction=False, lambda_='log-likelihood')}.
 *
 * @param statistic G, from 0 up
 * @param degreesOfFreedom bins − 1
 * @param pValue probability of a statistic at least as large, 0 to 1
 */
public record LikelihoodRatio(double statistic, double degreesOfFreedom, double pValue) {

  /** Tests that both rows of counts share one distribution. */
  public static LikelihoodRatio homogeneity(long[] reference, long[] current) {
    BinnedShares shares = BinnedShares.of(reference, current, Smoothing.NONE);
    if (shares.oneSideEmpty()) {
      return new LikelihoodRatio(Double.NaN, Double.NaN, Double.NaN);
    }
    double n = Counts.total(reference);
    double m = Counts.total(current);
    double sum = 0;
    for (int i = 0; i < shares.bins(); i++) {
      double p = shares.reference()[i];
      double q = shares.current()[i];
      double pooled = (p * n + q * m) / (n + m);
      sum += n * term(p, pooled) + m * term(q, pooled);
    }
    double statistic = 2 * sum;
    double freedom = shares.bins() - 1.0;
    return new LikelihoodRatio(statistic, freedom, ChiSquare.tail(statistic, freedom));
  }

  /** p ln(p/e) − (p−e): never negative, and the differences add up to 0 over both rows. */
  private static double term(double share, double expected) {
    double difference = share - expected;
    double logarithm = share > 0 ? share * StrictMath.log1p(difference / expected) : 0;
    return Math.max(0, logarithm - difference);
  }
}
