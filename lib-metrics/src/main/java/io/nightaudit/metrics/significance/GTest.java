package io.nightaudit.metrics.significance;

/**
 * Likelihood-ratio test that two rows of counts come from the same distribution.
 *
 * <p>G = 2 Σ O ln(O/E) over all cells, df = bins − 1. From 0 up, large is unusual; p from 0 to 1,
 * asymptotic. Near equality G equals the X² of the chi-square test.
 *
 * <ul>
 *   <li>NaN if either side is empty.
 *   <li>An empty cell adds 0; bins that are empty on both sides do not count.
 *   <li>One used bin: G = 0, df = 0, p = 1.
 * </ul>
 *
 * <p>Source: R. R. Sokal and F. J. Rohlf, Biometry, 3rd ed., 1995, section 17.2; SciPy {@code
 * stats.chi2_contingency(lambda_='log-likelihood', correction=False)}.
 */
public final class GTest {
  private GTest() {}

  /** Tests that both rows of counts share one distribution. */
  public static TestResult homogeneity(long[] current, long[] reference) {
    Checks.sameBins(current, reference);
    double n = Checks.total(current);
    double m = Checks.total(reference);
    if (n == 0 || m == 0) {
      return TestResult.tooFewValues();
    }
    double half = 0;
    int used = 0;
    for (int i = 0; i < current.length; i++) {
      double both = (double) current[i] + reference[i];
      if (both > 0) {
        half += cell(current[i], both * (n / (n + m))) + cell(reference[i], both * (m / (n + m)));
        used++;
      }
    }
    double freedom = used - 1.0;
    return new TestResult(2 * half, freedom, GoodnessOfFitTest.pValue(2 * half, freedom));
  }

  /** O ln(O/E) − (O−E): never negative, and the differences add up to 0 over a row. */
  private static double cell(double observed, double expected) {
    double excess = (observed - expected) / expected;
    double logarithm = observed == 0 ? 0 : observed * StrictMath.log1p(excess);
    return Math.max(0, logarithm - (observed - expected));
  }
}
