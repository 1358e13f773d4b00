package io.nightaudit.metrics.decision;

/**
 * Wald's sequential test of "no effect" against one known size of effect, from independent nightly
 * estimates.
 *
 * <p>Log likelihood ratio Σ (δ₁d − δ₁²/2)/v for the alternative δ₁; the alternative is accepted at
 * ln((1−β)/α) or above, no effect at ln(β/(1−α)) or below, whichever is reached first.
 *
 * <ul>
 *   <li>No nights: ratio 0, undecided.
 *   <li>What was accepted first stays so; the ratio goes on.
 *   <li>For an effect between 0 and δ₁ either may be accepted: use {@link ConfidenceSequence} where
 *       the size is not known beforehand.
 * </ul>
 *
 * Source: A. Wald, Ann. Math. Statist. 16(2), 1945, doi 10.1214/aoms/1177731118.
 *
 * @param alternative δ₁, in the unit of the estimates; not 0
 * @param alpha probability to accept the alternative without an effect, in (0, 1)
 * @param beta probability to accept no effect under the alternative, in (0, 1 − alpha)
 * @param logRatio of all nights so far, in nats; positive is for the alternative
 * @param outcome what was accepted
 */
public record SequentialProbabilityRatio(
    double alternative, double alpha, double beta, double logRatio, Outcome outcome) {

  /** What a sequential test has accepted. */
  public enum Outcome {
    UNDECIDED,
    ALTERNATIVE,
    NO_EFFECT
  }

  public SequentialProbabilityRatio {
    if (!Double.isFinite(alternative) || alternative == 0) {
      throw new IllegalArgumentException(
          "alternative " + alternative + ": give a finite effect other than 0");
    }
    if (!(alpha > 0 && beta > 0 && alpha + beta < 1)) {
      throw new IllegalArgumentException(
          "alpha %s, beta %s: give both above 0 with a sum below 1".formatted(alpha, beta));
    }
    if (!Double.isFinite(logRatio)) {
      throw new ArithmeticException(
          "log likelihood ratio " + logRatio + ": give estimates and variances in smaller units");
    }
  }

  /** A test without nights. */
  public static SequentialProbabilityRatio of(double alternative, double alpha, double beta) {
    return new SequentialProbabilityRatio(alternative, alpha, beta, 0, Outcome.UNDECIDED);
  }

  /** The test after one more night. */
  public SequentialProbabilityRatio with(double estimate, double variance) {
    NightlyEstimate.check(estimate, variance);
    double ratio = logRatio + alternative * (estimate - alternative / 2) / variance;
    return new SequentialProbabilityRatio(
        alternative, alpha, beta, ratio, outcome == Outcome.UNDECIDED ? outcomeAt(ratio) : outcome);
  }

  /** Log ratio from which on the alternative is accepted. */
  public double upperLimit() {
    return StrictMath.log((1 - beta) / alpha);
  }

  /** Log ratio up to which no effect is accepted. */
  public double lowerLimit() {
    return StrictMath.log(beta / (1 - alpha));
  }

  private Outcome outcomeAt(double ratio) {
    if (ratio >= upperLimit()) {
      return Outcome.ALTERNATIVE;
    }
    return ratio <= lowerLimit() ? Outcome.NO_EFFECT : Outcome.UNDECIDED;
  }
}
