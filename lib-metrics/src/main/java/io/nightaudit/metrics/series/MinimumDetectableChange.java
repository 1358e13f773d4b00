package io.nightaudit.metrics.series;

/**
 * Smallest lasting step that the EWMA (λ = 0.1) of the {@link SelfStartingScore} finds in time in
 * four of five cases.
 *
 * <p>From a table of simulated steps after 14, 28, 56, 112 and 400 nights of history, within 7, 14
 * and 28 nights, at one false alarm in 10³ to 10¹⁰ nights; linear in the logarithm of each. The
 * stream learns the step as it learns any night, so that with few nights of history a step that is
 * not found in the first nights is never found.
 *
 * <p>In standard deviations of the daily value, √(τ² + v), above 0; multiply by the spread of a
 * {@link ScoredNight}. Smaller is better; it falls with the nights and the history and rises with
 * the run length. ∞: no step, however large, because one night adds at most its clipped score to
 * the average.
 *
 * <ul>
 *   <li>Fewer than 14 nights of history: ∞, the stream is still learning.
 *   <li>More than 400 nights of history are read as 400.
 *   <li>A run length below 1,000 is read as 1,000, which overstates the step; above 10¹⁰ the last
 *       two entries are continued.
 *   <li>Between a finite and an infinite entry: ∞.
 *   <li>From 56 nights on each weekday has a level of its own, which costs power for a while.
 *   <li>Nights outside 7 to 28, a run length that is not above 0 and finite, NaN for either:
 *       refused.
 * </ul>
 *
 * <p>Source: simulation, 5,000 streams of normal nights without sampling noise for each history,
 * error about 1 % of the step. Sampling noise, which the score knows, makes steps easier to see; a
 * dependence between the nights makes them harder. The long study of the jobs makes the table
 * again.
 */
public final class MinimumDetectableChange {
  private static final double[] NIGHTS = {7, 14, 28};
  private static final double[] HISTORIES = {14, 28, 56, 112, 400};
  private static final double[] RUN_LENGTHS = {1e3, 1e4, 1e5, 1e6, 3e6, 1e7, 1e8, 1e10};
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** By history, nights and run length. */
  private static final double[][][] DEVIATIONS = {
    {
      {3.54, 5.73, 7.89, 10.16, 11.30, 12.61, NEVER, NEVER},
      {2.86, 5.45, 7.74, 9.97, 11.10, 12.29, 14.98, 21.77},
      {2.68, 5.45, 7.74, 9.97, 11.10, 12.29, 14.98, 21.77}
    },
    {
      {2.62, 3.86, 5.19, 6.59, 7.46, NEVER, NEVER, NEVER},
      {1.74, 2.90, 4.47, 5.88, 6.46, 7.08, 8.21, 10.56},
      {1.37, 2.71, 4.47, 5.87, 6.46, 7.08, 8.21, 10.56}
    },
    {
      {2.15, 2.88, 3.67, 4.65, 5.28, NEVER, NEVER, NEVER},
      {1.37, 1.87, 2.46, 3.18, 3.56, 3.98, 4.77, 6.18},
      {1.02, 1.50, 2.15, 3.01, 3.44, 3.91, 4.74, 6.16}
    },
    {
      {1.94, 2.47, 3.04, 3.71, 4.24, NEVER, NEVER, NEVER},
      {1.21, 1.56, 1.89, 2.23, 2.41, 2.60, 2.98, 3.80},
      {0.87, 1.17, 1.48, 1.83, 2.01, 2.21, 2.65, 3.57}
    },
    {
      {1.80, 2.24, 2.67, 3.22, 3.62, 5.25, NEVER, NEVER},
      {1.09, 1.35, 1.58, 1.79, 1.89, 2.00, 2.21, 2.63},
      {0.74, 0.96, 1.15, 1.33, 1.41, 1.50, 1.67, 2.01}
    }
  };

  private MinimumDetectableChange() {}

  /**
   * Step in daily standard deviations with a long history, 400 nights or more.
   *
   * @param averageRunLength mean nights between false alarms, above 0; read as 1,000 at least
   * @param nights nights in which to find it, from 7 to 28
   */
  public static double inDeviations(double averageRunLength, double nights) {
    return inDeviations(averageRunLength, nights, (int) HISTORIES[HISTORIES.length - 1]);
  }

  /**
   * Step in daily standard deviations; ∞ if no step, however large, is found in time.
   *
   * @param averageRunLength mean nights between false alarms, above 0; read as 1,000 at least
   * @param nights nights in which to find it, from 7 to 28
   * @param history nights that the stream had learnt from when the step came
   */
  public static double inDeviations(double averageRunLength, double nights, int history) {
    Checks.positive("average run length", averageRunLength);
    if (!(nights >= NIGHTS[0] && nights <= NIGHTS[2])) {
      throw new IllegalArgumentException(
          "nights " + nights + " is not between 7 and 28: the table holds no other");
    }
    if (history < HISTORIES[0]) {
      return NEVER;
    }
    double[] byHistory = new double[HISTORIES.length];
    for (int i = 0; i < byHistory.length; i++) {
      byHistory[i] = at(DEVIATIONS[i], averageRunLength, nights);
    }
    double known = Math.min(history, HISTORIES[HISTORIES.length - 1]);
    return new LogInterpolation(HISTORIES, byHistory).at(known);
  }

  private static double at(double[][] deviations, double averageRunLength, double nights) {
    double[] byNights = new double[NIGHTS.length];
    for (int i = 0; i < byNights.length; i++) {
      LogInterpolation row = new LogInterpolation(RUN_LENGTHS, deviations[i]);
      byNights[i] = row.at(Math.max(RUN_LENGTHS[0], averageRunLength));
    }
    return new LogInterpolation(NIGHTS, byNights).at(nights);
  }
}
