package io.nightaudit.metrics.series;

import java.util.List;

/**
 * Options of the {@link SelfStartingScore}.
 *
 * <p>Limits and clip are in standard deviations of the score; nights are counted. A higher limit
 * alarms more seldom.
 *
 * <ul>
 *   <li>Fewer than 5 learning nights, weekday terms before the learning nights end: refused.
 *   <li>An EWMA weight outside (0, 1], a limit or clip that is not above 0 and finite, NaN for any
 *       of them: refused. Only the spike limit may be infinite: then there is no spike rule.
 *   <li>Nights of {@code resetFrom} may come in any order, more than once, and need not be nights
 *       of the stream; none is the usual case.
 * </ul>
 *
 * <p>Source: the defaults come from the simulations behind {@link SpikeLimit} and from {@link
 * EwmaLimit}.
 *
 * @param learningNights nights that are only learnt from, 5 or more; 14 by default, from where on
 *     the score keeps its false-alarm rate
 * @param weekdayTermsFrom nights of history from which each weekday has its own level; 56 by
 *     default, eight of each
 * @param ewmaWeight weight of the newest score in the EWMA, in (0, 1]; 0.1 by default
 * @param ewmaLimit limit of the EWMA in its own standard deviations; 3.608 by default, one false
 *     alarm in 6,000 nights, see {@link EwmaLimit}
 * @param spikeLimit limit of a spike; 2.8 by default, see {@link SpikeLimit}; infinite for no such
 *     rule
 * @param clip most that one night may add to the EWMA or teach the reference, in standard
 *     deviations; 2.5 by default
 * @param oneSided true if only a rise is a change, as for distances; the limits stay those of the
 *     two-sided rules, so false alarms are about half as many; false by default
 * @param resetFrom nights (days since 1970-01-01) from which the stream starts anew, because a
 *     finding was accepted as a new level; none by default
 */
public record ScoreOptions(
    int learningNights,
    int weekdayTermsFrom,
    double ewmaWeight,
    double ewmaLimit,
    double spikeLimit,
    double clip,
    boolean oneSided,
    List<Integer> resetFrom) {
  private static final int LEAST_LEARNING_NIGHTS = 5;

  /** The end of the table of {@link SpikeLimit}: what a spike is where there is no limit for it. */
  private static final double LARGEST_SPIKE = 3.4;

  public ScoreOptions {
    if (learningNights < LEAST_LEARNING_NIGHTS) {
      throw new IllegalArgumentException(
          "learning nights "
              + learningNights
              + " below "
              + LEAST_LEARNING_NIGHTS
              + ": a spread needs more nights");
    }
    if (weekdayTermsFrom < learningNights) {
      throw new IllegalArgumentException(
          "weekday terms from night "
              + weekdayTermsFrom
              + ", before the "
              + learningNights
              + " learning nights end: start them later");
    }
    if (!(ewmaWeight > 0 && ewmaWeight <= 1)) {
      throw new IllegalArgumentException("EWMA weight " + ewmaWeight + " is not in (0, 1]");
    }
    Checks.positive("EWMA limit", ewmaLimit);
    if (!(spikeLimit > 0)) {
      throw new IllegalArgumentException("spike limit " + spikeLimit + " is not above 0");
    }
    Checks.positive("clip", clip);
    resetFrom = resetFrom.stream().sorted().toList();
  }

  /** The defaults named above. */
  public static ScoreOptions defaults() {
    return new ScoreOptions(14, 56, 0.1, 3.608, 2.8, 2.5, false, List.of());
  }

  /** With other limits of the two alarm rules. */
  public ScoreOptions withLimits(double newEwmaLimit, double newSpikeLimit) {
    return new ScoreOptions(
        learningNights,
        weekdayTermsFrom,
        ewmaWeight,
        newEwmaLimit,
        newSpikeLimit,
        clip,
        oneSided,
        resetFrom);
  }

  /** With alarms for a rise only. */
  public ScoreOptions risesOnly() {
    return new ScoreOptions(
        learningNights, weekdayTermsFrom, ewmaWeight, ewmaLimit, spikeLimit, clip, true, resetFrom);
  }

  /** With nights from which the stream starts anew. */
  public ScoreOptions withResetFrom(List<Integer> epochDays) {
    return new ScoreOptions(
        learningNights,
        weekdayTermsFrom,
        ewmaWeight,
        ewmaLimit,
        spikeLimit,
        clip,
        oneSided,
        epochDays);
  }

  /** Limit of the EWMA on its own scale: ewmaLimit √(λ/(2−λ)). */
  public double ewmaBound() {
    return ewmaLimit * Math.sqrt(ewmaWeight / (2 - ewmaWeight));
  }

  /**
   * Whether a night is calm: its score within half of the spike limit (read as 3.4 at most, also
   * where there is none) and its EWMA within half of its own. Falls are calm where only a rise is a
   * change. NaN is not calm.
   */
  public boolean isCalm(double z, double ewma) {
    return size(z) <= Math.min(spikeLimit, LARGEST_SPIKE) / 2 && size(ewma) <= ewmaBound() / 2;
  }

  /** How far a value is from no change. */
  double size(double value) {
    return oneSided ? value : Math.abs(value);
  }
}
