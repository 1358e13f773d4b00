package io.nightaudit.jobs.comparison;

import java.io.Serializable;

/**
 * The value of one stream on one night, as the table {@code measurements} keeps it.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param value value in the metric's unit
 * @param n values behind it
 * @param y value on the scale of the stream, NaN where it cannot be followed
 * @param variance sampling variance of y
 * @param definition what the measure meant
 * @param distance how far the distribution of the values lay from that of the nights before
 */
public record StreamNight(
    long epochDay,
    double value,
    long n,
    double y,
    double variance,
    String definition,
    DailyDistance distance)
    implements Serializable {
  /**
   * The night of the stream of the distance: what it exceeds its floor by, as the floor follows the
   * number of values, which is no change of what they are.
   */
  public StreamNight ofDistance() {
    return new StreamNight(
        epochDay,
        distance.value(),
        n,
        distance.value() - distance.floor(),
        distance.variance(),
        definition,
        distance);
  }

  /** Whether the stream can be followed through this night. */
  public boolean followed() {
    return Double.isFinite(y) && variance > 0;
  }

  /** The same value as if it were another night's. */
  public StreamNight on(long otherDay) {
    return new StreamNight(otherDay, value, n, y, variance, definition, distance);
  }
}
