package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.interval.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What it is expected to cost to keep a release, from its harm as far as the nights tell.
 *
 * <p>Given the nights, harm h is normal with mean h(S)/(I + 1/s₀²) and variance 1/(I + 1/s₀²),
 * where S and I are those of {@link ConfidenceSequence} and s₀² the variance of the effects of past
 * releases: an estimate shrunk towards no effect. Keeping for H days at c per unit and day costs
 * cH·E[h]; a rollback that costs K saves cH·E[h] − K. In the unit of c times that of h; positive
 * speaks against keeping.
 *
 * <ul>
 *   <li>No nights: mean 0, variance s₀².
 *   <li>Harm may be negative: a better release.
 * </ul>
 *
 * Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed., 2013, sections 2.5 and 9.1; unit
 * normal loss H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory, 1961.
 *
 * @param mean E[h], in the unit of the metric
 * @param variance of h
 */
public record ExpectedLoss(double mean, double variance) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

  public ExpectedLoss {
    NightlyEstimate.check(mean, variance);
  }

  /**
   * Harm as far as the nights tell.
   *
   * @param effectVariance s₀², above 0; the square of the margin if nothing is known
   */
  public static ExpectedLoss of(
      ConfidenceSequence effect, double effectVariance, HarmDirection direction) {
    return new ExpectedLoss(
        direction.harmOf(effect.shrunkMean(effectVariance)),
        1 / (effect.information() + 1 / effectVariance));
  }

  /**
   * Harm as far as one estimate with its interval tells, the estimate in the middle of it and
   * normal around the effect; an infinite interval tells nothing.
   *
   * @param effect interval of the effect, wider than 0
   * @param effectVariance s₀², above 0
   */
  public static ExpectedLoss of(Interval effect, double effectVariance, HarmDirection direction) {
    if (!(effect.width() > 0 && effectVariance > 0)) {
      throw new IllegalArgumentException(
          "interval of width %s, effect variance %s: give both above 0"
              .formatted(effect.width(), effectVariance));
    }
    double deviation =
        effect.width() / 2 / NORMAL.inverseSurvivalProbability((1 - effect.confidence()) / 2);
    double information = 1 / (deviation * deviation);
    double middle = Double.isInfinite(effect.width()) ? 0 : effect.low() + effect.width() / 2;
    double precision = information + 1 / effectVariance;
    return new ExpectedLoss(direction.harmOf(information * middle / precision), 1 / precision);
  }

  /** E[max(h, 0)] = σφ(μ/σ) + μΦ(μ/σ): the harm of the cases that do harm, from 0 up. */
  public double harmfulPart() {
    double deviation = Math.sqrt(variance);
    double z = mean / deviation;
    double density = StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI;
    // Far on the good side both terms nearly cancel and rounding could leave less than nothing.
    return Math.max(0, deviation * density + mean * NORMAL.cumulativeProbability(z));
  }

  /** P(h > 0), 0 to 1. */
  public double probabilityOfHarm() {
    return NORMAL.cumulativeProbability(mean / Math.sqrt(variance));
  }

  /**
   * cH·E[h], the expected cost of keeping.
   *
   * @param harmRate c, cost of one unit of harm per day, from 0 up
   * @param days H, from 0 up
   */
  public double ofKeeping(double harmRate, double days) {
    checkFromZero("harm rate", harmRate);
    checkFromZero("days", days);
    return harmRate * days * mean;
  }

  /** cH·E[h] − K, what a rollback is expected to save. */
  public double savedByRollback(double harmRate, double days, double rollbackCost) {
    checkFromZero("rollback cost", rollbackCost);
    return ofKeeping(harmRate, days) - rollbackCost;
  }

  static void checkFromZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " " + value + " is not a finite number from 0 up: give one in the unit of cost");
    }
  }
}
