package io.nightaudit.metrics.decision;

/**
 * What a rollback of a release is decided by, besides the evidence.
 *
 * @param alpha probability to find harm where there is none in any of the metrics, at any night;
 *     one-sided, in (0, 0.5)
 * @param split how the metrics share alpha
 * @param days H, days until a fixed release would go out anyway, from 0 up
 * @param rollbackCost K, cost of a rollback with the gains that it gives up, from 0 up
 * @param leastNights nights before which a contrast is not looked at
 * @param leastRowsPerArm values in each arm before which a contrast is not looked at
 * @param mostNights nights after which the expected loss decides
 * @param leastSampleRatio p-value of {@link SampleRatio} below which the arms are not comparable,
 *     in [0, 1)
 */
public record RollbackTerms(
    double alpha,
    AlphaSplit split,
    double days,
    double rollbackCost,
    int leastNights,
    long leastRowsPerArm,
    int mostNights,
    double leastSampleRatio) {
  public RollbackTerms {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException(
          "alpha " + alpha + " is not between 0 and 0.5: give 0.05, say");
    }
    ExpectedLoss.checkFromZero("days", days);
    ExpectedLoss.checkFromZero("rollback cost", rollbackCost);
    if (leastNights < 0 || leastRowsPerArm < 0 || mostNights < Math.max(1, leastNights)) {
      throw new IllegalArgumentException(
          "nights from %s to %s, rows per arm from %s: give none below 0 and the least not above the most"
              .formatted(leastNights, mostNights, leastRowsPerArm));
    }
    if (!(leastSampleRatio >= 0 && leastSampleRatio < 1)) {
      throw new IllegalArgumentException(
          "least sample ratio p-value " + leastSampleRatio + " is not in [0, 1): give 0.001, say");
    }
  }
}
