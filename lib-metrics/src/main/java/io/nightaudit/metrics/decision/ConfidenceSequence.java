package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.interval.Interval;

/**
 * Running interval of an effect from independent nightly estimates, valid at every night at once:
 * one may look each night and stop whenever one likes.
 *
 * <p>Normal mixture: with I = Σ 1/v and S = Σ d/v the mean is S/I and the radius √{(1/I + 1/(ρ²I²))
 * ln((1 + ρ²I)/α²)}. The anytime p-value for "no effect" is the smallest 1/Λ so far, Λ = (1+ρ²I)^−½
 * exp(ρ²S²/(2(1+ρ²I))).
 *
 * <p>Mean and limits are in the unit of the estimates, without bounds, and have the sign of the
 * estimates; p is from 0 to 1, small against "no effect", and never rises.
 *
 * <ul>
 *   <li>No nights: mean NaN, interval (−∞, ∞), p = 1.
 *   <li>The interval is the one of the nights so far, not the intersection of all earlier ones.
 *   <li>One night already gives a finite interval. Estimates of 0 leave p at 1.
 *   <li>NaN or infinite estimate, variance that is not above 0 and finite: refused; leave such
 *       nights out. A variance below about 10⁻³⁰⁸ makes I infinite and all results NaN.
 *   <li>α outside (0, 1), ρ² that is not above 0 and finite, NaN for either: refused.
 * </ul>
 *
 * <p>Source: H. Robbins, Ann. Math. Statist. 41, 1970; S. R. Howard, A. Ramdas, J. McAuliffe and J.
 * Sekhon, Ann. Statist. 49(2), 2021, doi 10.1214/20-AOS1991.
 *
 * @param alpha probability that any of the intervals ever misses the effect, in (0, 1)
 * @param mixtureVariance ρ², above 0: 1/I at the night where the interval should be tightest
 * @param information I, sum of inverse variances
 * @param weightedSum S, sum of estimates over their variances
 * @param pValue anytime p-value, 0 to 1
 */
public record ConfidenceSequence(
    double alpha, double mixtureVariance, double information, double weightedSum, double pValue) {

  public ConfidenceSequence {
    checkAlpha(alpha);
    if (!(mixtureVariance > 0 && mixtureVariance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "mixture variance " + mixtureVariance + " is not a finite number above 0");
    }
    if (!(information >= 0 && pValue >= 0 && pValue <= 1)
        || !Double.isFinite(information)
        || !Double.isFinite(weightedSum)) {
      throw new IllegalArgumentException(
          "information %s, weighted sum %s, p-value %s: give estimates and variances in other units"
              .formatted(information, weightedSum, pValue));
    }
  }

  /**
   * A sequence without nights.
   *
   * @param nightlyVariance variance that a night's estimate is expected to have, above 0
   * @param nightOfInterest number of nights after which the interval should be tightest, 1 or more,
   *     such as 5
   */
  public static ConfidenceSequence of(double alpha, double nightlyVariance, int nightOfInterest) {
    // Checked apart, as two signs could cancel in the quotient.
    if (!(nightlyVariance > 0 && nightlyVariance < Double.POSITIVE_INFINITY)
        || nightOfInterest < 1) {
      throw new IllegalArgumentException(
          "nightly variance %s, night of interest %s: give a finite variance above 0, a night from 1"
              .formatted(nightlyVariance, nightOfInterest));
    }
    return new ConfidenceSequence(alpha, nightlyVariance / nightOfInterest, 0, 0, 1);
  }

  /** The sequence after one more night. */
  public ConfidenceSequence with(double estimate, double variance) {
    NightlyEstimate.check(estimate, variance);
    double newInformation = information + 1 / variance;
    double newSum = weightedSum + estimate / variance;
    ConfidenceSequence next =
        new ConfidenceSequence(alpha, mixtureVariance, newInformation, newSum, pValue);
    double p = Math.min(pValue, next.inverseRatio());
    return new ConfidenceSequence(alpha, mixtureVariance, newInformation, newSum, p);
  }

  /**
   * Λ of these nights: how much likelier they are under effects of variance ρ² than under none,
   * from 0 up; its mean without an effect is 1 on every night.
   */
  public double likelihoodRatio() {
    return 1 / inverseRatio();
  }

  private double inverseRatio() {
    double spread = 1 + mixtureVariance * information;
    return Math.sqrt(spread)
        * StrictMath.exp(-mixtureVariance * weightedSum * weightedSum / (2 * spread));
  }

  /** Mean of the estimates, weighted by inverse variance, in their unit; NaN without nights. */
  public double mean() {
    return weightedSum / information;
  }

  /** Interval of the effect after these nights. */
  public Interval interval() {
    return interval(alpha);
  }

  /** Interval of the effect after these nights at another alpha, in (0, 1). */
  public Interval interval(double otherAlpha) {
    checkAlpha(otherAlpha);
    if (information == 0) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1 - otherAlpha);
    }
    double spread = 1 / information + 1 / (mixtureVariance * information * information);
    double radius =
        Math.sqrt(
            spread
                * (StrictMath.log1p(mixtureVariance * information)
                    - 2 * StrictMath.log(otherAlpha)));
    return new Interval(mean() - radius, mean() + radius, 1 - otherAlpha);
  }

  /**
   * Mean shrunk towards no effect, S/(I + 1/s₀²), where s₀² is the variance of the effects of past
   * releases: the estimate to weigh costs with.
   *
   * <p>In the unit of the estimates, between 0 and the mean; 0 without nights. A variance of
   * effects that is not above 0, or NaN, is refused; an infinite one gives the mean.
   */
  public double shrunkMean(double effectVariance) {
    if (!(effectVariance > 0)) {
      throw new IllegalArgumentException("effect variance " + effectVariance + " is not above 0");
    }
    return weightedSum / (information + 1 / effectVariance);
  }

  private static void checkAlpha(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 1: give 0.05");
    }
  }
}
