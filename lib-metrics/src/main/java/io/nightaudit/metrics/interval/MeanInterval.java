package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a mean: mean ± t(n−1) √(variance/n).
 *
 * <p>Fewer than two values: (−∞, ∞). Variance 0: the mean itself. Source: Student, Biometrika 6,
 * 1908; SciPy {@code stats.t.interval}.
 */
public final class MeanInterval {
  private MeanInterval() {}

  /** Interval from size, mean and variance (divisor n−1) of the sample. */
  public static Interval of(long n, double mean, double variance, double confidence) {
    Moments.check(n, mean, variance);
    if (n < 2) {
      return Moments.unknown(confidence);
    }
    double half = Quantiles.student(n - 1.0, confidence) * Math.sqrt(variance / n);
    return new Interval(mean - half, mean + half, confidence);
  }
}
