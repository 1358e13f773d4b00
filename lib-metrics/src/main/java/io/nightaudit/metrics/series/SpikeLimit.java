package io.nightaudit.metrics.series;

/**
 * Limit of the spike rule (two of three nights on the same side, the last one among them) for a
 * mean number of nights between false alarms.
 *
 * <p>From a table for heavy-tailed noise: 2.5, 2.8, 3.1, 3.4 for 3,600, 15,000, 80,000, 700,000
 * nights; linear in the logarithm of the nights, never below 2.5 and continued above 3.4. In z6
 * deviations; grows with the run length.
 *
 * <p>Simulated run lengths of the score of this package at 2.5, 2.8, 3.1 (6,000 streams of 360
 * nights after 14 learning nights): Student's t with 4 degrees of freedom 6,000, 26,000, 130,000;
 * exponential noise without sampling noise 1,000, 3,100, 9,900, so that purely exponential nights
 * alarm three to eight times as often as the table says; exponential with 30 % of the variance from
 * sampling 5,000 and 23,000 at 2.5 and 2.8. For normal noise alarms are far rarer.
 *
 * <ul>
 *   <li>Not above 0, infinite or NaN: refused.
 * </ul>
 *
 * Source: simulation of the score of this package.
 */
public final class SpikeLimit {
  private static final double SMALLEST = 2.5;
  private static final LogInterpolation TABLE =
      new LogInterpolation(
          new double[] {3_600, 15_000, 80_000, 700_000}, new double[] {SMALLEST, 2.8, 3.1, 3.4});

  private SpikeLimit() {}

  /** Limit L for a mean of {@code averageRunLength} nights, above 0, between false alarms. */
  public static double forRunLength(double averageRunLength) {
    Checks.positive("average run length", averageRunLength);
    return Math.max(SMALLEST, TABLE.at(averageRunLength));
  }
}
