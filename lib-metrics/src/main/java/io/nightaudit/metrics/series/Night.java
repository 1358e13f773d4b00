package io.nightaudit.metrics.series;

/**
 * One night of a stream.
 *
 * @param epochDay days since 1970-01-01; gives the order and the weekday
 * @param y value on the scale on which the stream is followed, within ±10⁵⁰
 * @param variance sampling variance of y, from 10⁻¹⁰⁰ to 10¹⁰⁰
 * @param frozen true if the night is scored but may not teach the reference, for example because
 *     its archive is incomplete
 */
public record Night(int epochDay, double y, double variance, boolean frozen) {
  private static final int WEEKDAY_OF_EPOCH = 3;

  public Night {
    Checks.value(y, variance);
  }

  /** A night that teaches the reference. */
  public static Night of(int epochDay, DailyValue value) {
    return new Night(epochDay, value.y(), value.variance(), false);
  }

  /** 0 for Monday to 6 for Sunday. */
  int weekday() {
    return Math.floorMod(epochDay + WEEKDAY_OF_EPOCH, 7);
  }
}
