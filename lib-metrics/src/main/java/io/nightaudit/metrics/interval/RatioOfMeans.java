package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a ratio of two independent positive means, current over reference.
 *
 * <p>Delta method on the logarithm: ratio · exp(± z √(s₁²/(n₁ m₁²) + s₀²/(n₀ m₀²))). Range [0, ∞],
 * without unit; above 1 if the current mean is higher; swapped sides give the reciprocal limits.
 *
 * <ul>
 *   <li>Fewer than two values on a side, or a mean that is not positive: [0, ∞].
 *   <li>Both variances 0: the ratio itself.
 *   <li>NaN or infinite mean or variance: refused, unless there are too few values for it to
 *       matter.
 * </ul>
 *
 * <p>Source: G. Casella and R. L. Berger, Statistical Inference, 2nd ed., 2002, section 5.5.4.
 */
public final class RatioOfMeans {
  private RatioOfMeans() {}

  /** Interval of current mean over reference mean from sizes, means and variances (n−1). */
  public static Interval logDelta(
      long n1,
      double mean1,
      double variance1,
      long n0,
      double mean0,
      double variance0,
      double confidence) {
    Moments.check(n1, mean1, variance1);
    Moments.check(n0, mean0, variance0);
    double z = Quantiles.normal(confidence);
    if (n1 < 2 || n0 < 2 || mean1 <= 0 || mean0 <= 0) {
      return Interval.anyPositive(confidence);
    }
    double variance = variance1 / n1 / mean1 / mean1 + variance0 / n0 / mean0 / mean0;
    return Interval.aroundRatio(mean1 / mean0, z * Math.sqrt(variance), confidence);
  }
}
