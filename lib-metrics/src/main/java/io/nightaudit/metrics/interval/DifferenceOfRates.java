package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a difference of two independent rates, current minus reference.
 *
 * <p>Newcombe's hybrid score interval joins the Wilson limits l, u of both rates: d − √((p₁−l₁)² +
 * (u₀−p₀)²) to d + √((u₁−p₁)² + (p₀−l₀)²). Within [−1, 1]; a side without trials gives [−1, 1].
 * Source: R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 873–890, method 10.
 */
public final class DifferenceOfRates {
  private DifferenceOfRates() {}

  /** Interval of the current rate s1/n1 minus the reference rate s0/n0. */
  public static Interval newcombe(long s1, long n1, long s0, long n0, double confidence) {
    Interval current = BinomialInterval.WILSON.of(s1, n1, confidence);
    Interval reference = BinomialInterval.WILSON.of(s0, n0, confidence);
    if (n1 == 0 || n0 == 0) {
      return new Interval(-1, 1, confidence);
    }
    double p1 = (double) s1 / n1;
    double p0 = (double) s0 / n0;
    double down = root(p1 - current.low(), reference.high() - p0);
    double up = root(current.high() - p1, p0 - reference.low());
    return new Interval(Math.max(-1, p1 - p0 - down), Math.min(1, p1 - p0 + up), confidence);
  }

  private static double root(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
