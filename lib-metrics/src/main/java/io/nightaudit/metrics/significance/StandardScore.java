package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * P-value of a score that is standard normal without a change: 2(1 − Φ(|z|)), or 1 − Φ(±z) to one
 * side.
 *
 * <p>From 0 to 1; small where the score is far out.
 *
 * <ul>
 *   <li>z = 0: 1 to both sides, ½ to one.
 *   <li>Infinite z: 0 or 1. NaN: refused; leave out scores without a result.
 * </ul>
 *
 * <p>Source: the definition; SciPy {@code 2 * stats.norm.sf(abs(z))}.
 */
public final class StandardScore {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private StandardScore() {}

  /** P-value of a score against an alternative; GREATER asks whether the score is high. */
  public static double pValue(Alternative alternative, double z) {
    if (Double.isNaN(z)) {
      throw new IllegalArgumentException("score NaN: leave out scores without a result");
    }
    return switch (alternative) {
      case TWO_SIDED -> 2 * NORMAL.survivalProbability(Math.abs(z));
      case GREATER -> NORMAL.survivalProbability(z);
      case LESS -> NORMAL.cumulativeProbability(z);
    };
  }
}
