package io.nightaudit.metrics.series;

import java.util.Arrays;

/**
 * Detector whose false alarms are bounded for any dependence and any tails: a second opinion that
 * needs no model of the noise.
 *
 * <p>For scores in [−2.5, 2.5] whose mean given the past is 0, e = 1 + λz is a fair bet at each λ,
 * and M = (M + 1) e a sum of bets that started on each night (Shiryaev–Roberts). The value is the
 * mean of M over λ in .05, .1, .2, .3, .38 and both signs. An alarm at {@code value >= A} comes on
 * average not before A nights. From 0 up, larger is stranger.
 *
 * <ul>
 *   <li>Scores beyond ±2.5 count as ±2.5; NaN: refused.
 *   <li>Slower than {@link Ewma}: about 27, 16 and 14 nights for a change of 1, 2 and 3 deviations
 *       at A = 1,000, where the other needs 14, 6 and 4.
 * </ul>
 *
 * <p>Source: J. Shin, A. Ramdas and A. Rinaldo, E-detectors, arXiv 2203.03532.
 */
public final class EDetector {
  /** Scores are cut here. */
  public static final double LARGEST_SCORE = 2.5;

  private static final double[] BETS = {.05, .1, .2, .3, .38, -.05, -.1, -.2, -.3, -.38};
  private static final EDetector START = new EDetector(new double[BETS.length]);

  private final double[] wealth;

  private EDetector(double[] wealth) {
    this.wealth = wealth;
  }

  /** A detector without nights. */
  public static EDetector start() {
    return START;
  }

  /** The detector after one more night. */
  public EDetector with(double z) {
    if (Double.isNaN(z)) {
      throw new IllegalArgumentException("score NaN is no number: leave the night out");
    }
    double score = Math.max(-LARGEST_SCORE, Math.min(LARGEST_SCORE, z));
    double[] next = new double[wealth.length];
    for (int i = 0; i < next.length; i++) {
      // Cut far above any limit, so that a long change cannot overflow.
      next[i] = Math.min(1e300, (wealth[i] + 1) * (1 + BETS[i] * score));
    }
    return new EDetector(next);
  }

  /** Mean of the bets; the reciprocal of an alarm's price. */
  public double value() {
    return Arrays.stream(wealth).map(w -> w / wealth.length).sum();
  }

  /** Whether the value reaches A, the mean number of nights between false alarms at least. */
  public boolean alarm(double averageRunLength) {
    Checks.positive("average run length", averageRunLength);
    return value() >= averageRunLength;
  }
}
