package io.nightaudit.metrics.series;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Carries Student's t to the normal scale: z = Φ⁻¹(T_df(t)).
 *
 * <p>Probabilities are kept 10⁻¹⁵ away from 0 and 1, so |z| is at most 7.94. The lower tail is used
 * for both signs, as it keeps its digits.
 */
final class NormalScale {
  /** Degrees of freedom of the heavy-tailed score. */
  static final double HEAVY_TAILS = 6;

  private static final double SMALLEST_PROBABILITY = 1e-15;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final TDistribution[] STUDENT = new TDistribution[1024];

  static {
    for (int freedom = 1; freedom < STUDENT.length; freedom++) {
      STUDENT[freedom] = TDistribution.of(freedom);
    }
  }

  private NormalScale() {}

  static double fromStudent(double t, double degreesOfFreedom) {
    int freedom = (int) degreesOfFreedom;
    TDistribution student =
        freedom < STUDENT.length ? STUDENT[freedom] : TDistribution.of(degreesOfFreedom);
    double tail = Math.max(SMALLEST_PROBABILITY, student.cumulativeProbability(-Math.abs(t)));
    double z = -NORMAL.inverseCumulativeProbability(tail);
    return t < 0 ? -z : z;
  }
}
