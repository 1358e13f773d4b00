package io.nightaudit.metrics.significance;

/**
 * P-value of the two-sample Kuiper distance V = max(F−G) + max(G−F).
 *
 * <p>λ = (√Ne + 0.155 + 0.24/√Ne) V with Ne = nm/(n+m); p = 2 Σ (4j²λ²−1) exp(−2j²λ²). From 0 to 1;
 * small is unusual. Equally sensitive at all values, unlike Kolmogorov–Smirnov, and to shifts on a
 * circle such as the hour of the day.
 *
 * <ul>
 *   <li>NaN if a sample is empty.
 *   <li>λ below 0.4, V = 0 among them: 1, which is right to ten digits.
 *   <li>Good from Ne = 4; ties make it larger than the truth.
 *   <li>V that is NaN or outside 0 to 1: refused.
 * </ul>
 *
 * <p>Source: M. A. Stephens, Biometrika 52, 1965, doi 10.1093/biomet/52.3-4.309; W. H. Press et
 * al., Numerical Recipes, 3rd ed., 2007, section 14.3.4.
 */
public final class KuiperTest {
  private static final double CERTAIN = 0.4;

  private KuiperTest() {}

  /** P-value of the distance between samples of n and m values. */
  public static double pValue(double distance, long n, long m) {
    Checks.sizes(n, m);
    if (n == 0 || m == 0) {
      return Double.NaN;
    }
    Checks.statistic("distance", distance, 1);
    double root = Math.sqrt(KolmogorovSmirnovTest.effectiveSize(n, m));
    double lambda = (root + 0.155 + 0.24 / root) * distance;
    return lambda < CERTAIN ? 1 : Math.min(1, series(lambda * lambda));
  }

  private static double series(double square) {
    double sum = 0;
    // At λ = 0.4 the term of j = 12 is below 1e-18 of the first.
    for (int j = 12; j >= 1; j--) {
      double index = (double) j * j;
      sum += (4 * index * square - 1) * StrictMath.exp(-2 * index * square);
    }
    return 2 * sum;
  }
}
