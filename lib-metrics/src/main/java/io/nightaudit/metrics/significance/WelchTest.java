package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided test that two independent means are equal, without assuming equal variances.
 *
 * <p>t = (m₁ − m₀)/√(s₁²/n₁ + s₀²/n₀) with Satterthwaite's degrees of freedom (a + b)²/(a²/(n₁−1) +
 * b²/(n₀−1)), a = s₁²/n₁, b = s₀²/n₀.
 *
 * <p>t has no unit and no bounds, positive if current is above reference; p is from 0 to 1, small
 * against equal means.
 *
 * <ul>
 *   <li>None or one value on a side: all NaN; a mean or variance that the sample is too small to
 *       have is not looked at.
 *   <li>Both variances 0 (equal values on each side): p = 1 for equal means, else t infinite and p
 *       = 0.
 *   <li>One variance 0: the degrees of freedom are those of the other side.
 *   <li>Negative n, NaN or infinite mean, NaN, infinite or negative variance: refused.
 * </ul>
 *
 * <p>Source: B. L. Welch, Biometrika 34, 1947, doi 10.1093/biomet/34.1-2.28; SciPy {@code
 * stats.ttest_ind(equal_var=False)}.
 */
public final class WelchTest {
  private WelchTest() {}

  /** Tests current against reference from sizes, means and variances (divisor n−1). */
  public static TestResult of(
      long n1, double mean1, double variance1, long n0, double mean0, double variance0) {
    check(n1, mean1, variance1);
    check(n0, mean0, variance0);
    if (n1 < 2 || n0 < 2) {
      return TestResult.tooFewValues();
    }
    double a = variance1 / n1;
    double b = variance0 / n0;
    double difference = mean1 - mean0;
    if (a + b == 0) {
      return withoutVariance(difference);
    }
    double t = difference / Math.sqrt(a + b);
    double share = a / (a + b);
    // Satterthwaite's formula in shares, which neither overflow nor vanish.
    double freedom = 1 / (share * share / (n1 - 1) + (1 - share) * (1 - share) / (n0 - 1));
    double p = Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
    return new TestResult(t, freedom, p);
  }

  private static TestResult withoutVariance(double difference) {
    return difference == 0
        ? new TestResult(0, Double.POSITIVE_INFINITY, 1)
        : new TestResult(difference / 0.0, Double.POSITIVE_INFINITY, 0);
  }

  private static void check(long n, double mean, double variance) {
    // Written so that NaN fails too; what a sample is too small to have is not looked at.
    boolean usable =
        n >= 0
            && (n < 1 || Double.isFinite(mean))
            && (n < 2 || (variance >= 0 && variance < Double.POSITIVE_INFINITY));
    if (!usable) {
      throw new IllegalArgumentException(
          "n %s, mean %s, variance %s: give n >= 0, a finite mean and a finite variance >= 0"
              .formatted(n, mean, variance));
    }
  }
}
