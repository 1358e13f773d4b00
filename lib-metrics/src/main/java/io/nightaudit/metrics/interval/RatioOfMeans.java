package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a ratio of two independent positive means, current over reference.
 *
 * <p>Delta method on the logarithm: ratio · exp(± z √(s₁²/(n₁ m₁²) + s₀²/(n₀ m₀²))). Fewer than two
 * values on a side, or a mean that is not positive: (0, ∞). Source: G. Casella and R. L. Berger,
 * Statistical Inference, 2nd ed., 2002, section 5.5.4.
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
      return new Interval(0, Double.POSITIVE_INFINITY, confidence);
    }
    double half =
        z * Math.sqrt(variance1 / n1 / (mean1 * mean1) + variance0 / n0 / (mean0 * mean0));
    double ratio = mean1 / mean0;
    return new Interval(ratio * StrictMath.exp(-half), ratio * StrictMath.exp(half), confidence);
  }
}
