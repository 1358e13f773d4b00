package io.nightaudit.metrics.distance;

/**
 * One-sample chi-square test that the current counts follow the shares of the reference, as if
 * those were known exactly.
 *
 * <p>X² = Σ (b − m p)² / (m p) with current counts b that sum to m and reference shares p, df =
 * B−1. It ignores that the reference is a sample too, so X² is too large by the factor 1 + m/n on
 * average: prefer {@link ChiSquare}. It is here because other tools report it.
 *
 * <ul>
 *   <li>All NaN if either side is empty.
 *   <li>A bin that only the current counts use: X² infinite, p = 0.
 *   <li>One used bin: X² = 0, df = 0, p = 1. Bins that are empty on both sides do not count.
 * </ul>
 *
 * <p>Source: K. Pearson, Philosophical Magazine 50, 1900, doi:10.1080/14786440009463897; as SciPy
 * {@code stats.chisquare(b, m*p)}.
 *
 * @param statistic X², from 0 up
 * @param degreesOfFreedom bins − 1
 * @param pValue probability of a statistic at least as large, 0 to 1
 */
public record GoodnessOfFit(double statistic, double degreesOfFreedom, double pValue) {

  /** Tests the current counts against the shares of the reference. */
  public static GoodnessOfFit of(long[] reference, long[] current) {
    BinnedShares shares = BinnedShares.of(reference, current, Smoothing.NONE);
    if (shares.oneSideEmpty()) {
      return new GoodnessOfFit(Double.NaN, Double.NaN, Double.NaN);
    }
    double sum = 0;
    for (int i = 0; i < shares.bins(); i++) {
      double difference = shares.current()[i] - shares.reference()[i];
      sum += difference * difference / shares.reference()[i];
    }
    double statistic = Counts.total(current) * sum;
    double freedom = shares.bins() - 1.0;
    return new GoodnessOfFit(statistic, freedom, ChiSquare.tail(statistic, freedom));
  }
}
