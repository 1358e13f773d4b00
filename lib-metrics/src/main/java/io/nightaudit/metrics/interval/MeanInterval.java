package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a mean: mean ± t(n−1) √(variance/n).
 *
 * <p>In the unit of the values; it scales and shifts with them.
 *
 * <ul>
 *   <li>Fewer than two values: (−∞, ∞).
 *   <li>Variance 0: the mean itself.
 *   <li>NaN or infinite mean or variance: refused, unless there are too few values for it to
 *       matter.
 * </ul>
 *
 * <p>Source: Student, Biometrika 6, 1908, doi 10.1093/biomet/6.1.1; SciPy {@code
 * stats.t.interval(0.95, n - 1, mean, sem)}.
 */
public final class MeanInterval {
  private MeanInterval() {}

  /** Interval from size, mean and variance (divisor n−1) of the sample. */
  public static Interval of(long n, double mean, double variance, double confidence) {
    Moments.check(n, mean, variance);
    if (n < 2) {
      return Interval.anything(confidence);
    }
    double half = Quantiles.student(n - 1.0, confidence) * Math.sqrt(variance / n);
    return Interval.around(mean, half, confidence);
  }
}
