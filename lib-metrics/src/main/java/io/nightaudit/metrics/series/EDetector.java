package io.nightaudit.metrics.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Sequential test of "the scores have mean 0" whose mean run length is guaranteed, whatever the
 * shape and the dependence of the noise.
 *
 * <p>With z̃ = z clipped at ±2.5, each bet λ ∈ {.05, .1, .2, .3, .38} and each sign ±: M_t =
 * (M_{t−1} + 1)(1 ± λ z̃_t) from 0 (Shiryaev–Roberts); the evidence is the mean of the ten, alarm
 * at A or more. If E[z̃_t | past] = 0 then evidence − t is a martingale and the mean number of
 * nights to the first alarm is at least A. Evidence is 0 or more; the higher the stronger. Slower
 * than an EWMA of the same promise by about half: a second opinion for an audit, not the pager.
 *
 * <ul>
 *   <li>No scores: no points.
 *   <li>A NaN score: refused; an infinite one counts as ±2.5.
 *   <li>Evidence stops growing at 10³⁰⁰.
 * </ul>
 *
 * Source: J. Shin, A. Ramdas and A. Rinaldo, New England Journal of Statistics in Data Science
 * 2(2), 2024, arXiv 2203.03532.
 */
public final class EDetector {
  private static final double CLIP = 2.5;
  private static final double MOST_EVIDENCE = 1e300;
  private static final double[] RISES = {.05, .1, .2, .3, .38};
  private static final double[] BOTH = {.05, .1, .2, .3, .38, -.05, -.1, -.2, -.3, -.38};

  private final double threshold;
  private final double[] bets;

  private EDetector(double threshold, double[] bets) {
    this.threshold = threshold;
    this.bets = bets;
  }

  /**
   * A detector of changes to either side with a mean run length of A nights at least, 1 or more.
   */
  public static EDetector withRunLength(double averageRunLength) {
    if (!(averageRunLength >= 1 && averageRunLength < MOST_EVIDENCE)) {
      throw new IllegalArgumentException(
          "average run length " + averageRunLength + " is not from 1 to below " + MOST_EVIDENCE);
    }
    return new EDetector(averageRunLength, BOTH);
  }

  /** The same detector for rises only; its promise then holds for any mean of 0 or less. */
  public EDetector risesOnly() {
    return new EDetector(threshold, RISES);
  }

  /** The evidence after each score; it goes on growing after an alarm. */
  public List<Point> chart(double[] scores) {
    List<Point> points = new ArrayList<>(scores.length);
    double[] evidence = new double[bets.length];
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("score NaN at " + i + ": leave such nights out");
      }
      double mean = next(evidence, Math.max(-CLIP, Math.min(CLIP, scores[i])));
      points.add(new Point(mean, mean >= threshold));
    }
    return List.copyOf(points);
  }

  private double next(double[] evidence, double clipped) {
    double mean = 0;
    for (int j = 0; j < bets.length; j++) {
      evidence[j] = Math.min(MOST_EVIDENCE, (evidence[j] + 1) * (1 + bets[j] * clipped));
      mean += evidence[j] / bets.length;
    }
    return mean;
  }

  /**
   * The detector after one score.
   *
   * @param evidence mean of the bets' capital
   * @param alarm whether it has reached the threshold
   */
  public record Point(double evidence, boolean alarm) {}
}
