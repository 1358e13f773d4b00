package io.nightaudit.metrics.series;

/**
 * Smallest lasting step that the EWMA (λ = 0.1) finds in time in four of five cases.
 *
 * <p>From a table, within 7, 14 and 28 nights: 1.69, 1.05, 0.71 at one false alarm in 1,000 nights;
 * 1.93, 1.22, 0.86 in 6,000; 2.09, 1.33, 0.94 in 20,000; linear in the logarithm of both.
 *
 * <p>In standard deviations of the daily value, √(τ² + v), above 0; multiply by the spread of a
 * {@link ScoredNight}. Smaller is better; it falls with the nights and rises with the run length.
 * With a short history the true figure is larger.
 *
 * <ul>
 *   <li>A run length below 1,000 is read as 1,000, which overstates the step.
 *   <li>A run length above 20,000: the last line is continued, which no simulation backs.
 *   <li>Nights outside 7 to 28, a run length that is not above 0 and finite, NaN for either:
 *       refused.
 * </ul>
 *
 * <p>Source: simulation of the EWMA on standard normal scores.
 */
public final class MinimumDetectableChange {
  private static final double[] NIGHTS = {7, 14, 28};
  private static final double[] RUN_LENGTHS = {1_000, 6_000, 20_000};
  private static final double[][] DEVIATIONS = {
    {1.69, 1.93, 2.09}, {1.05, 1.22, 1.33}, {0.71, 0.86, 0.94}
  };

  private MinimumDetectableChange() {}

  /**
   * Step in daily standard deviations.
   *
   * @param averageRunLength mean nights between false alarms, above 0; read as 1,000 at least
   * @param nights nights in which to find it, from 7 to 28
   */
  public static double inDeviations(double averageRunLength, double nights) {
    Checks.positive("average run length", averageRunLength);
    if (!(nights >= NIGHTS[0] && nights <= NIGHTS[2])) {
      throw new IllegalArgumentException(
          "nights " + nights + " is not between 7 and 28: the table holds no other");
    }
    double[] byNights = new double[NIGHTS.length];
    for (int i = 0; i < byNights.length; i++) {
      LogInterpolation row = new LogInterpolation(RUN_LENGTHS, DEVIATIONS[i]);
      byNights[i] = row.at(Math.max(RUN_LENGTHS[0], averageRunLength));
    }
    return new LogInterpolation(NIGHTS, byNights).at(nights);
  }
}
