package io.nightaudit.metrics.series;

/**
 * Tabular CUSUM of scores: how far they have been above, and below, for how long.
 *
 * <p>Upper = max(0, upper + z − k), lower = max(0, lower − z − k), both from 0; in standard
 * deviations, larger is further away. The night on which a side began to rise dates the change.
 *
 * <ul>
 *   <li>A score that is not finite: refused; leave the night out.
 *   <li>Nothing resets the sums but {@link #start}: whoever acts on an alarm starts anew.
 * </ul>
 *
 * <p>Source: D. C. Montgomery, Introduction to Statistical Quality Control, 7th ed., 2013, section
 * 9.1.
 *
 * @param allowance k, at least 0
 * @param upper sum above
 * @param lower sum below
 * @param nightsUp nights since the upper sum was last 0
 * @param nightsDown nights since the lower sum was last 0
 */
public record Cusum(double allowance, double upper, double lower, int nightsUp, int nightsDown) {
  public Cusum {
    if (!(allowance >= 0 && allowance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "CUSUM allowance " + allowance + " is not a finite number from 0 up");
    }
  }

  /** A chart without nights. */
  public static Cusum start(double allowance) {
    return new Cusum(allowance, 0, 0, 0, 0);
  }

  /** The chart after one more night. */
  public Cusum with(double z) {
    if (!Double.isFinite(z)) {
      throw new IllegalArgumentException("score " + z + " is not finite: leave the night out");
    }
    double above = Math.max(0, upper + z - allowance);
    double below = Math.max(0, lower - z - allowance);
    return new Cusum(
        allowance, above, below, above > 0 ? nightsUp + 1 : 0, below > 0 ? nightsDown + 1 : 0);
  }

  /** Whether either sum exceeds the limit h, as {@link CusumLimit#forRunLength} gives it. */
  public boolean alarm(double limit) {
    return Math.max(upper, lower) > limit;
  }
}
