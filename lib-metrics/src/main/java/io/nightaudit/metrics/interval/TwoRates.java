package io.nightaudit.metrics.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * Two independent binomial samples, and the variances of Miettinen and Nurminen's score tests.
 *
 * <p>Under a supposed difference or ratio the likelihood has one maximum, where its slope, which
 * falls in p₀, crosses 0. Bisection finds it also where the closed form of the cubic cancels.
 */
record TwoRates(double s1, double n1, double s0, double n0) {

  static TwoRates of(long s1, long n1, long s0, long n0) {
    BinomialInterval.check(s1, n1);
    BinomialInterval.check(s0, n0);
    return new TwoRates(s1, n1, s0, n0);
  }

  boolean lacksTrials() {
    return n1 == 0 || n0 == 0;
  }

  double p1() {
    return s1 / n1;
  }

  double p0() {
    return s0 / n0;
  }

  TwoRates swapped() {
    return new TwoRates(s0, n0, s1, n1);
  }

  /** Variance of p̂₁ − p̂₀ at the likeliest rates that differ by d. */
  double varianceAtDifference(double d) {
    double q0 =
        likeliest(
            Math.max(0, -d), Math.min(1, 1 - d), p -> slope(s1, n1, p + d) + slope(s0, n0, p));
    double q1 = Math.max(0, Math.min(1, q0 + d));
    return unbiased(q1 * (1 - q1) / n1 + q0 * (1 - q0) / n0);
  }

  /** Variance of p̂₁ − r p̂₀ at the likeliest rates with ratio r. */
  double varianceAtRatio(double r) {
    double q0 = likeliest(0, Math.min(1, 1 / r), p -> r * slope(s1, n1, r * p) + slope(s0, n0, p));
    double q1 = Math.min(1, r * q0);
    return unbiased(q1 * (1 - q1) / n1 + r * q0 * (r * (1 - q0)) / n0);
  }

  private double unbiased(double variance) {
    return variance * ((n1 + n0) / (n1 + n0 - 1));
  }

  private static double likeliest(double low, double high, DoubleUnaryOperator slope) {
    return Bisection.edge(low, high, p -> slope.applyAsDouble(p) > 0);
  }

  /**
   * Slope of the log-likelihood of one sample, infinite at rates it rules out.
   *
   * <p>A part without observations weighs nothing. Rounding may lead p out of [0, 1].
   */
  private static double slope(double successes, double trials, double p) {
    double failures = trials - successes;
    double up = successes == 0 ? 0 : successes / Math.max(0, p);
    double down = failures == 0 ? 0 : failures / Math.max(0, 1 - p);
    return up - down;
  }
}
