package io.nightaudit.metrics.significance;

/**
 * Boschloo's unconditional exact test that two independent rates are equal.
 *
 * <p>The p-value of {@link FisherTest} as statistic, with its exact p-value: the largest
 * probability, over all common rates, of tables with a Fisher p-value at most as large. From 0 to
 * 1, small is unusual. Never less powerful than Fisher's test. Two-sided it orders the tables by
 * Fisher's two-sided p-value; SciPy doubles the smaller one-sided p-value instead.
 *
 * <ul>
 *   <li>No trials on a side: NaN.
 *   <li>All or none successful on both sides: 1.
 *   <li>More than 1000 trials together: refused, {@link TwoProportionTest} is as good.
 * </ul>
 *
 * <p>Source: R. D. Boschloo, Statistica Neerlandica 24, 1970, doi
 * 10.1111/j.1467-9574.1970.tb00104.x; SciPy {@code stats.boschloo_exact}.
 */
public final class BoschlooTest {
  private BoschlooTest() {}

  /** Tests current s1/n1 against reference s0/n0. */
  public static TestResult of(Alternative alternative, long s1, long n1, long s0, long n0) {
    TwoByTwo table = TwoByTwo.of(s1, n1, s0, n0);
    if (table.hasEmptySample()) {
      return TestResult.tooFewValues();
    }
    double[][] fisher = table.allFisher(alternative);
    double p = table.unconditional((i, j) -> -fisher[i][j]);
    return TestResult.exact(fisher[(int) s1][(int) s0], p);
  }
}
