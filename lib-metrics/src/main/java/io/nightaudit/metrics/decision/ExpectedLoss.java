package io.nightaudit.metrics.decision;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What keeping and what rolling back is expected to cost, given what is known of an effect.
 *
 * <p>The effect δ (negative is harm) is normal with mean μ and variance σ². Keeping costs c H
 * E[(−δ)⁺] = c H (σ φ(μ/σ) − μ Φ(−μ/σ)), rolling back costs K + c H E[δ⁺], what is lost of an
 * improvement. Their difference is the saving c H (−μ) − K. All in the unit of K.
 *
 * <ul>
 *   <li>σ = 0: the effect is known, E[(−δ)⁺] = max(0, −μ).
 * </ul>
 *
 * <p>Source: H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory, 1961, section 5.
 *
 * @param mean μ, in the unit of the metric
 * @param variance σ², at least 0
 * @param harmPerDay c, the cost of one unit of harm on one day, above 0
 * @param days H, until something else would mend it, above 0
 * @param rollbackCost K, the cost of rolling back itself, at least 0
 */
public record ExpectedLoss(
    double mean, double variance, double harmPerDay, double days, double rollbackCost) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public ExpectedLoss {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("The mean must be finite. Provided: " + mean);
    }
    requireFrom(variance, "variance");
    requireFrom(rollbackCost, "rollbackCost");
    requireAbove(harmPerDay, "harmPerDay");
    requireAbove(days, "days");
  }

  /**
   * The loss after the nights of a confidence sequence, shrunk towards no effect.
   *
   * @param effectVariance variance of the effects of past releases, above 0
   */
  public static ExpectedLoss of(
      ConfidenceSequence nights,
      double effectVariance,
      double harmPerDay,
      double days,
      double rollbackCost) {
    return new ExpectedLoss(
        nights.shrunkMean(effectVariance),
        1 / (nights.information() + 1 / effectVariance),
        harmPerDay,
        days,
        rollbackCost);
  }

  /** Expected loss of keeping the release. */
  public double ofKeeping() {
    return harmPerDay * days * positivePart(-mean);
  }

  /** Expected loss of rolling it back. */
  public double ofRollingBack() {
    return rollbackCost + harmPerDay * days * positivePart(mean);
  }

  /** What rolling back saves: the loss of keeping minus the loss of rolling back. */
  public double saving() {
    return -harmPerDay * days * mean - rollbackCost;
  }

  /** E[X⁺] of a normal X with the given mean. */
  private double positivePart(double center) {
    double deviation = Math.sqrt(variance);
    if (deviation == 0) {
      return Math.max(0, center);
    }
    double standard = center / deviation;
    return deviation * NORMAL.density(standard) + center * NORMAL.cumulativeProbability(standard);
  }

  private static void requireFrom(double value, String name) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be a finite number from 0 up. Provided: %s".formatted(name, value));
    }
  }

  private static void requireAbove(double value, String name) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be a finite number above 0. Provided: %s".formatted(name, value));
    }
  }
}
