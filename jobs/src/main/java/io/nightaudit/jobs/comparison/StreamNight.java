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
 * @param moved whether an earlier run found that its distribution had moved, and nothing else
 */
public record StreamNight(
    long epochDay,
    double value,
    long n,
    double y,
    double variance,
    String definition,
    boolean moved)
    implements Serializable {
  /** Whether the stream can be followed through this night. */
  public boolean followed() {
    return Double.isFinite(y) && variance > 0;
  }

  /** The same value as if it were another night's. */
  public StreamNight on(long otherDay) {
    return new StreamNight(otherDay, value, n, y, variance, definition, moved);
  }
}
