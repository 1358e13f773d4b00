package io.nightaudit.metrics.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Tabular CUSUM chart: sums of what the scores exceed an allowance by.
 *
 * <p>S⁺_t = max(0, S⁺_{t−1} + z_t − k) and S⁻_t = max(0, S⁻_{t−1} − z_t − k) from 0, alarm when
 * either exceeds h. Both in the unit of the scores, 0 or more; the higher the stronger the evidence
 * of a rise (S⁺) or a fall (S⁻).
 *
 * <ul>
 *   <li>No scores: no points.
 *   <li>A score that is not finite: refused.
 *   <li>The sums go on after an alarm, unless the chart is {@link #restarting()}.
 * </ul>
 *
 * Source: E. S. Page, Biometrika 41, 1954; D. C. Montgomery, Introduction to Statistical Quality
 * Control, 7th ed., 2013, section 9.1.
 */
public final class Cusum {
  private final double allowance;
  private final double limit;
  private final boolean restarts;

  private Cusum(double allowance, double limit, boolean restarts) {
    this.allowance = allowance;
    this.limit = limit;
    this.restarts = restarts;
  }

  /** A chart with the allowance k, 0 or more, and the limit h, above 0, see {@link CusumLimit}. */
  public static Cusum with(double allowance, double limit) {
    Checks.positive("CUSUM limit", limit);
    return new Cusum(checkedAllowance(allowance), limit, false);
  }

  /** The same chart with both sums starting from 0 again after an alarm. */
  public Cusum restarting() {
    return new Cusum(allowance, limit, true);
  }

  /** One point per score. */
  public List<Point> chart(double[] scores) {
    Checks.finite(scores);
    List<Point> points = new ArrayList<>(scores.length);
    double rise = 0;
    double fall = 0;
    for (double score : scores) {
      rise = Math.max(0, rise + score - allowance);
      fall = Math.max(0, fall - score - allowance);
      boolean alarm = rise > limit || fall > limit;
      points.add(new Point(rise, fall, alarm));
      if (alarm && restarts) {
        rise = 0;
        fall = 0;
      }
    }
    return List.copyOf(points);
  }

  static double checkedAllowance(double allowance) {
    if (!(allowance >= 0 && allowance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "allowance "
              + allowance
              + " is not a finite number from 0 up: give half the shift to be found");
    }
    return allowance;
  }

  /**
   * The sums after one score.
   *
   * @param rise S⁺
   * @param fall S⁻
   * @param alarm whether either is above the limit
   */
  public record Point(double rise, double fall, boolean alarm) {}
}
