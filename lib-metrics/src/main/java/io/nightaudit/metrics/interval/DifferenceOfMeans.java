package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a difference of two independent means, current minus reference.
 *
 * <p>Welch: d ± t(ν) √(a + b) with a = s₁²/n₁, b = s₀²/n₀ and Satterthwaite's ν = (a+b)²/(a²/(n₁−1)
 * + b²/(n₀−1)). In the unit of the values; positive if the current mean is higher.
 *
 * <ul>
 *   <li>Fewer than two values on a side: (−∞, ∞).
 *   <li>Both variances 0: the difference itself.
 *   <li>NaN or infinite mean or variance: refused, unless there are too few values for it to
 *       matter.
 * </ul>
 *
 * <p>Source: B. L. Welch, Biometrika 34, 1947, doi 10.1093/biomet/34.1-2.28; SciPy {@code
 * stats.ttest_ind(equal_var=False).confidence_interval()}.
 */
public final class DifferenceOfMeans {
  private DifferenceOfMeans() {}

  /** Interval of current mean minus reference mean from sizes, means and variances (n−1). */
  public static Interval welch(
      long n1,
      double mean1,
      double variance1,
      long n0,
      double mean0,
      double variance0,
      double confidence) {
    Moments.check(n1, mean1, variance1);
    Moments.check(n0, mean0, variance0);
    if (n1 < 2 || n0 < 2) {
      return Interval.anything(confidence);
    }
    double a = variance1 / n1;
    double b = variance0 / n0;
    double half = 0;
    if (a + b > 0) {
      double share = a / (a + b);
      // Satterthwaite's formula in shares, which do not overflow.
      double freedom = 1 / (share * share / (n1 - 1) + (1 - share) * (1 - share) / (n0 - 1));
      half = Quantiles.student(freedom, confidence) * Math.sqrt(a + b);
    }
    return Interval.around(mean1 - mean0, half, confidence);
  }
}
