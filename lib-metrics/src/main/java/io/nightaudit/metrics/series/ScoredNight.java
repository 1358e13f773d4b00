package io.nightaudit.metrics.series;

/**
 * The score of one night.
 *
 * @param epochDay days since 1970-01-01
 * @param state whether there was enough history to score; if not, all numbers but {@code ewma} are
 *     NaN and {@code ewma} is 0
 * @param z score on the normal scale, within about ±7.94
 * @param z6 the same through Student's t with at most 6 degrees of freedom, for the spike rule
 * @param ewma exponentially weighted mean of the clipped scores
 * @param ewmaAlarm whether {@code ewma} is beyond its limit
 * @param spikeAlarm whether this and one of the two nights before it are spikes on the same side
 * @param center predicted value, on the scale of y
 * @param spread predicted standard deviation, on the scale of y
 */
public record ScoredNight(
    int epochDay,
    State state,
    double z,
    double z6,
    double ewma,
    boolean ewmaAlarm,
    boolean spikeAlarm,
    double center,
    double spread) {

  /** Whether a night could be scored. */
  public enum State {
    /** Too few nights before it. */
    LEARNING,
    /** Scored against the nights before it. */
    SCORED
  }

  /** Whether either rule raises an alarm. */
  public boolean alarm() {
    return ewmaAlarm || spikeAlarm;
  }

  static ScoredNight learning(int epochDay) {
    return new ScoredNight(
        epochDay, State.LEARNING, Double.NaN, Double.NaN, 0, false, false, Double.NaN, Double.NaN);
  }
}
