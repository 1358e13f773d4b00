package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a difference of two independent means, current minus reference.
 *
 * <p>Welch: d ± t(ν) √(s₁²/n₁ + s₀²/n₀) with Satterthwaite's ν = (a+b)²/(a²/(n₁−1) + b²/(n₀−1)).
 * Fewer than two values on a side: (−∞, ∞). Both variances 0: the difference itself. Source: B. L.
 * Welch, Biometrika 34, 1947.
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
      return Moments.unknown(confidence);
    }
    double a = variance1 / n1;
    double b = variance0 / n0;
    double difference = mean1 - mean0;
    if (a + b == 0) {
      return new Interval(difference, difference, confidence);
    }
    double freedom = (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n0 - 1));
    double half = Quantiles.student(freedom, confidence) * Math.sqrt(a + b);
    return new Interval(difference - half, difference + half, confidence);
  }
}
