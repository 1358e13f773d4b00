package io.nightaudit.metrics.significance;

/**
 * Fisher's exact test that two independent rates are equal, given the total of successes.
 *
 * <p>P-value: hypergeometric probability of all tables at most as likely as the observed one
 * (two-sided) or at least as far in the direction. Statistic: odds ratio s₁(n₀−s₀)/(s₀(n₁−s₁)),
 * from 0 up to +∞. Conservative; {@link BarnardTest} and {@link BoschlooTest} find more.
 *
 * <ul>
 *   <li>No trials on a side: NaN.
 *   <li>All or none successful on both sides: odds ratio NaN, p = 1.
 *   <li>More than 1000 trials together: refused, {@link TwoProportionTest} is as good.
 * </ul>
 *
 * <p>Source: R. A. Fisher, J. R. Statist. Soc. 85, 1922, doi 10.2307/2340521; SciPy {@code
 * stats.fisher_exact}.
 */
public final class FisherTest {
  private FisherTest() {}

  /** Tests current s1/n1 against reference s0/n0. */
  public static TestResult of(Alternative alternative, long s1, long n1, long s0, long n0) {
    TwoByTwo table = TwoByTwo.of(s1, n1, s0, n0);
    if (table.hasEmptySample()) {
      return TestResult.tooFewValues();
    }
    double odds = (double) s1 * (n0 - s0) / ((double) s0 * (n1 - s1));
    return TestResult.exact(odds, table.fisher(alternative));
  }
}
