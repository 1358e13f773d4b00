package io.nightaudit.metrics.decision;

/**
 * Wald's sequential test of "no effect" against an effect of −{@code margin}, night by night.
 *
 * <p>The logarithm of the ratio of likelihoods grows by (−m d − m²/2)/v with each night's estimate
 * d of variance v. From ln((1−β)/α) on there is harm, down from ln(β/(1−α)) there is none; between
 * the two one goes on. With normal estimates harm is found without any in at most about α of the
 * runs. Needs the effect that is looked for; {@link ConfidenceSequence} does not.
 *
 * <ul>
 *   <li>No nights: logarithm 0, undecided.
 * </ul>
 *
 * <p>Source: A. Wald, Ann. Math. Statist. 16(2), 1945, doi 10.1214/aoms/1177731118.
 *
 * @param margin size of the harm that is looked for, above 0, in the unit of the estimates
 * @param alpha probability to find harm without any, in (0, ½)
 * @param beta probability to find none although it is {@code margin}, in (0, ½)
 * @param logRatio logarithm of the likelihood ratio so far
 */
public record SequentialProbabilityRatio(
    double margin, double alpha, double beta, double logRatio) {
  /** What the nights so far say. */
  public enum Decision {
    HARM,
    NO_HARM,
    UNDECIDED
  }

  public SequentialProbabilityRatio {
    requireOpen(margin, Double.MAX_VALUE, "margin");
    requireOpen(alpha, 0.5, "alpha");
    requireOpen(beta, 0.5, "beta");
    if (Double.isNaN(logRatio)) {
      throw new IllegalArgumentException("The log ratio must be a number. Provided: NaN");
    }
  }

  /** A test without nights. */
  public static SequentialProbabilityRatio of(double margin, double alpha, double beta) {
    return new SequentialProbabilityRatio(margin, alpha, beta, 0);
  }

  /** The test after one more night. */
  public SequentialProbabilityRatio with(double estimate, double variance) {
    if (!Double.isFinite(estimate) || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "estimate %s with variance %s: give a finite estimate and a finite variance above 0"
              .formatted(estimate, variance));
    }
    double gain = (-margin * estimate - margin * margin / 2) / variance;
    return new SequentialProbabilityRatio(margin, alpha, beta, logRatio + gain);
  }

  /** What the nights so far say; whoever goes on after a decision may see another. */
  public Decision decision() {
    if (logRatio >= StrictMath.log((1 - beta) / alpha)) {
      return Decision.HARM;
    }
    return logRatio <= StrictMath.log(beta / (1 - alpha)) ? Decision.NO_HARM : Decision.UNDECIDED;
  }

  private static void requireOpen(double value, double high, String name) {
    if (!(value > 0 && value < high)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and below %s. Provided: %s".formatted(name, high, value));
    }
  }
}
