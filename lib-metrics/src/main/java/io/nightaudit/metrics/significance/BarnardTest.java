package io.nightaudit.metrics.significance;

/**
 * Barnard's unconditional exact test that two independent rates are equal.
 *
 * <p>The pooled z statistic, {@link TwoProportionTest}, with its exact p-value: the largest
 * probability, over all common rates, of tables with a z at least as extreme. P from 0 to 1, small
 * is unusual; z positive if current is above reference.
 *
 * <ul>
 *   <li>No trials on a side: NaN.
 *   <li>All or none successful on both sides: z = 0, p = 1.
 *   <li>More than 1000 trials together: refused, {@link TwoProportionTest} is as good.
 * </ul>
 *
 * <p>Tables with the same z belong to the tail also where rounding tells them apart; SciPy and
 * Commons Statistics lose some, so that their p-values may be too small.
 *
 * <p>Source: G. A. Barnard, Nature 156, 1945, doi 10.1038/156177a0; SciPy {@code
 * stats.barnard_exact}.
 */
public final class BarnardTest {
  private BarnardTest() {}

  /** Tests current s1/n1 against reference s0/n0. */
  public static TestResult of(Alternative alternative, long s1, long n1, long s0, long n0) {
    TwoByTwo table = TwoByTwo.of(s1, n1, s0, n0);
    if (table.hasEmptySample()) {
      return TestResult.tooFewValues();
    }
    double z = TwoProportionTest.statistic(s1, n1, s0, n0);
    double p =
        switch (alternative) {
          case TWO_SIDED -> table.unconditional((i, j) -> Math.abs(table.pooled(i, j)));
          case LESS -> table.unconditional((i, j) -> -table.pooled(i, j));
          case GREATER -> table.unconditional(table::pooled);
        };
    return TestResult.exact(z, p);
  }
}
