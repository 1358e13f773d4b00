package io.nightaudit.metrics.series;

/**
 * Exponentially weighted moving average of scores.
 *
 * <p>w = (1−λ) w + λ z from 0; in standard deviations of a score. In the long run its own deviation
 * is √(λ/(2−λ)), earlier it is smaller, by √(1−(1−λ)^2t).
 *
 * <ul>
 *   <li>A score that is not finite: refused; leave the night out.
 * </ul>
 *
 * <p>Source: S. W. Roberts, Technometrics 1(3), 1959.
 *
 * @param weight λ, in (0, 1]
 * @param value the average so far
 */
public record Ewma(double weight, double value) {
  public Ewma {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("EWMA weight " + weight + " is not in (0, 1]");
    }
  }

  /** A chart without nights. */
  public static Ewma start(double weight) {
    return new Ewma(weight, 0);
  }

  /** The chart after one more night. */
  public Ewma with(double z) {
    if (!Double.isFinite(z)) {
      throw new IllegalArgumentException("score " + z + " is not finite: leave the night out");
    }
    return new Ewma(weight, (1 - weight) * value + weight * z);
  }

  /** Whether the average is beyond c of its long-run deviations, see {@link EwmaLimit}. */
  public boolean alarm(double limit) {
    return Math.abs(value) > limit * Math.sqrt(weight / (2 - weight));
  }
}
