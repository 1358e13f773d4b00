package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two-sided test that two independent rates are equal, by the pooled normal statistic.
 *
 * <p>z = (p₁ − p₀) / √(p̄(1−p̄)(1/n₁ + 1/n₀)) with the rate p̄ of both sides together.
 *
 * <p>z has no unit and no bounds, positive if current is above reference; p is from 0 to 1, small
 * against equal rates. For reading only: in large samples it rejects harmless day-to-day variation.
 *
 * <ul>
 *   <li>No trials on a side: all NaN.
 *   <li>One trial on a side gives a result, but the normal distribution does not hold for it;
 *       {@link FisherTest} does.
 *   <li>All or none successful on both sides: z = 0, p = 1. Equal rates: likewise.
 *   <li>Negative counts or more successes than trials: refused.
 * </ul>
 *
 * <p>Source: J. L. Fleiss et al., Statistical Methods for Rates and Proportions, 3rd ed., 2003;
 * statsmodels {@code proportions_ztest}.
 */
public final class TwoProportionTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private TwoProportionTest() {}

  /** Tests current s1/n1 against reference s0/n0. */
  public static TestResult of(long s1, long n1, long s0, long n0) {
    Checks.trials(s1, n1);
    Checks.trials(s0, n0);
    if (n1 == 0 || n0 == 0) {
      return TestResult.tooFewValues();
    }
    double z = statistic(s1, n1, s0, n0);
    double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    return new TestResult(z, Double.POSITIVE_INFINITY, p);
  }

  static double statistic(long s1, long n1, long s0, long n0) {
    double pooled = ((double) s1 + s0) / ((double) n1 + n0);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n0));
    return error == 0 ? 0 : ((double) s1 / n1 - (double) s0 / n0) / error;
  }
}
