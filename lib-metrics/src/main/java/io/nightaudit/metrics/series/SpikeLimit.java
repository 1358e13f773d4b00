package io.nightaudit.metrics.series;

/**
 * Limit of the spike rule (two of three nights on the same side, the last one among them) for a
 * mean number of nights between false alarms.
 *
 * <p>From a table for heavy-tailed noise (the worse of Student's t with 4 degrees of freedom and
 * exponential): 2.5, 2.8, 3.1, 3.4 for 3,600, 15,000, 80,000, 700,000 nights; linear in the
 * logarithm of the nights.
 *
 * <p>In standard deviations of the score, from 2.5 up; a higher limit alarms more seldom. For
 * normal noise alarms are far rarer.
 *
 * <ul>
 *   <li>3,600 nights or fewer: 2.5, with fewer alarms than asked for.
 *   <li>More than 700,000 nights: the last line is continued, which no simulation backs.
 *   <li>0, below 0, NaN or infinite: refused.
 * </ul>
 *
 * <p>Source: simulation of the score of this package, 14 learning nights.
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
