package io.nightaudit.metrics.distance;

/**
 * How often a value of the current sample exceeds one of the reference: Mann–Whitney U.
 *
 * <p>U = #{x > y} + ½ #{x = y} over all pairs of a reference x and a current y; A = P(y > x) + ½
 * P(y = x) = 1 − U/(nm); Var U = nm/12 · ((N+1) − Σ(t³−t)/(N(N−1))) if nothing has changed, t being
 * the sizes of the groups of equal values and N = n + m.
 *
 * <ul>
 *   <li>All NaN if either side is empty.
 *   <li>One value on both sides: U = nm/2, A = ½, variance 0.
 *   <li>Equal shares: A = ½.
 * </ul>
 *
 * <p>Source: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18(1), 1947,
 * doi:10.1214/aoms/1177730491; U as SciPy {@code stats.mannwhitneyu(reference, current)}; A. Vargha
 * and H. D. Delaney, J. Educational and Behavioral Statistics 25(2), 2000.
 *
 * @param u pairs that the reference wins, ties half, 0 to nm
 * @param effect A, 0 to 1: above ½ the current values tend to be larger
 * @param variance of u when both samples come from one distribution, corrected for ties
 */
public record MannWhitney(double u, double effect, double variance) {

  /** U of the two samples. */
  public static MannWhitney of(TiedCounts counts) {
    if (counts.oneSideEmpty()) {
      return new MannWhitney(Double.NaN, Double.NaN, Double.NaN);
    }
    double n = counts.referenceTotal;
    double m = counts.currentTotal;
    double won = 0;
    double lost = 0;
    long below = 0;
    long belowCurrent = 0;
    for (int i = 0; i < counts.size(); i++) {
      double a = counts.reference[i];
      double b = counts.current[i];
      won += a * (belowCurrent + b / 2);
      lost += b * (below + a / 2);
      below += counts.reference[i];
      belowCurrent += counts.current[i];
    }
    // Both sums are taken, so that swapping the samples swaps U and A exactly.
    return new MannWhitney(won, lost / n / m, variance(counts, n, m));
  }

  private static double variance(TiedCounts counts, double n, double m) {
    double total = n + m;
    double ties = 0;
    for (int i = 0; i < counts.size(); i++) {
      double tied = (double) counts.reference[i] + counts.current[i];
      ties += tied / total * ((tied - 1) / (total - 1)) * (tied + 1);
    }
    return Math.max(0, n * m / 12 * (total + 1 - ties));
  }
}
