package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Smallest true difference that a two-sided test at level α finds with the given power.
 *
 * <p>θ solves Φ(θ−z) + Φ(−θ−z) = power with z the upper α/2 point of the normal distribution; a
 * difference is found if it is θ standard errors. From 0 up, in the unit of the difference; smaller
 * is better. Smaller true differences are likely to be missed, so "not significant" says nothing
 * about them.
 *
 * <ul>
 *   <li>NaN if a sample is empty.
 *   <li>Variance 0: 0.
 *   <li>NaN if no rate is far enough: from 99 % there is little room upwards.
 *   <li>Power must be above α: at α a test rejects without any effect.
 * </ul>
 *
 * <p>Source: J. Cohen, Statistical Power Analysis, 2nd ed., 1988, sections 2.4 and 6.4; statsmodels
 * {@code stats.power.NormalIndPower().solve_power}.
 *
 * @param alpha level of the test, between 0 and 1
 * @param power probability of finding the effect, between α and 1
 */
public record MinimumDetectableEffect(double alpha, double power) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Beyond any θ: the normal tail is 0 there in doubles. */
  private static final double BEYOND = 80;

  public MinimumDetectableEffect {
    Checks.share("alpha", alpha);
    Checks.share("power", power);
    if (!(power > alpha)) {
      throw new IllegalArgumentException(
          "power " + power + " is not above alpha " + alpha + ": give 0.8, say");
    }
  }

  /** θ: the effect in standard errors of the difference. */
  public double inStandardErrors() {
    double z = NORMAL.inverseSurvivalProbability(alpha / 2);
    return Bisection.solve(
        theta -> NORMAL.survivalProbability(z - theta) + NORMAL.survivalProbability(z + theta),
        power,
        0,
        BEYOND);
  }

  /** Difference of two means, θ √(s₁²/n₁ + s₀²/n₀), from sizes and variances. */
  public double ofMeans(long n1, double variance1, long n0, double variance0) {
    Checks.sizes(n1, n0);
    if (n1 == 0 || n0 == 0) {
      return Double.NaN;
    }
    Checks.notNegative("variance", variance1);
    Checks.notNegative("variance", variance0);
    return inStandardErrors() * Math.sqrt(variance1 / n1 + variance0 / n0);
  }

  /** Rise of a rate: sin²(asin√p + h/2) − p with h = θ √(1/n₁ + 1/n₀). */
  public double riseOfRate(double rate, long n1, long n0) {
    return shiftOfRate(rate, angle(n1, n0));
  }

  /** Fall of a rate, as a positive number: p − sin²(asin√p − h/2). */
  public double fallOfRate(double rate, long n1, long n0) {
    return -shiftOfRate(rate, -angle(n1, n0));
  }

  private double angle(long n1, long n0) {
    Checks.sizes(n1, n0);
    return n1 == 0 || n0 == 0
        ? Double.NaN
        : inStandardErrors() * Math.sqrt(1.0 / n1 + 1.0 / n0) / 2;
  }

  private static double shiftOfRate(double rate, double angle) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "rate " + rate + " is not between 0 and 1: give a share, not percent");
    }
    double shifted = StrictMath.asin(Math.sqrt(rate)) + angle;
    if (!(shifted >= 0 && shifted <= Math.PI / 2)) {
      return Double.NaN;
    }
    double sine = StrictMath.sin(shifted);
    return sine * sine - rate;
  }

  /** True PSI that the given test finds; at least what it calls negligible. */
  public double ofPsi(MinimumEffectTest test) {
    if (test.isEmpty()) {
      return Double.NaN;
    }
    double critical = test.significantPsi(alpha);
    double high = 2 * critical;
    while (test.exceedance(critical, high) < power) {
      high *= 2;
    }
    return Bisection.solve(psi -> test.exceedance(critical, psi), power, test.negligible(), high);
  }
}
