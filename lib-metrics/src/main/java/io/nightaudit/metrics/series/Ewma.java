package io.nightaudit.metrics.series;

import java.util.ArrayList;
import java.util.List;

/**
 * EWMA chart: exponentially weighted mean of standardised scores.
 *
 * <p>w_t = (1−λ) w_{t−1} + λ z_t from 0, alarm at |w_t| &gt; c √(λ/(2−λ)), the limit that is
 * reached in the long run, or at the exact c √(λ/(2−λ) · (1 − (1−λ)²ᵗ)), which is narrower in the
 * first nights. In the unit of the scores; positive for a rise.
 *
 * <ul>
 *   <li>No scores: no points.
 *   <li>A score that is not finite: refused.
 * </ul>
 *
 * Source: S. W. Roberts, Technometrics 1, 1959; J. M. Lucas and M. S. Saccucci, Technometrics
 * 32(1), 1990.
 */
public final class Ewma {
  private final double weight;
  private final double limit;
  private final boolean exact;

  private Ewma(double weight, double limit, boolean exact) {
    this.weight = weight;
    this.limit = limit;
    this.exact = exact;
  }

  /** A chart with λ in (0, 1] and c above 0, see {@link EwmaLimit}. */
  public static Ewma with(double weight, double limit) {
    EwmaLimit.checkWeight(weight);
    Checks.positive("EWMA limit", limit);
    return new Ewma(weight, limit, false);
  }

  /** The same chart with the exact limits of each night; its false alarms come a little earlier. */
  public Ewma withExactLimits() {
    return new Ewma(weight, limit, true);
  }

  /** One point per score. */
  public List<Point> chart(double[] scores) {
    Checks.finite(scores);
    List<Point> points = new ArrayList<>(scores.length);
    double value = 0;
    double forgotten = 1;
    for (double score : scores) {
      value = (1 - weight) * value + weight * score;
      forgotten *= (1 - weight) * (1 - weight);
      double share = exact ? 1 - forgotten : 1;
      double bound = limit * Math.sqrt(weight / (2 - weight) * share);
      points.add(new Point(value, bound, Math.abs(value) > bound));
    }
    return List.copyOf(points);
  }

  /**
   * The chart after one score.
   *
   * @param value w
   * @param bound largest size of w without alarm
   * @param alarm whether w is beyond it
   */
  public record Point(double value, double bound, boolean alarm) {}
}
