package io.nightaudit.metrics.series;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Run lengths of a CUSUM of independent standard normal scores, and the limit for one.
 *
 * <p>S_t = max(0, S_{t−1} + z_t − k) from 0, alarm at S &gt; h. The mean number of nights to the
 * first alarm solves L(u) = 1 + L(0) Φ(k−u−μ) + ∫ L(x) φ(x+k−u−μ) dx over [0, h]; the integral is
 * replaced by Gauss–Legendre nodes (Nyström). Two sides together: 1/L = 1/L⁺ + 1/L⁻.
 *
 * <ul>
 *   <li>Every value above 0 is allowed for h; a shift of more than about 6 finds the alarm at once.
 * </ul>
 *
 * <p>Source: E. S. Page, Biometrika 41, 1954; D. Brook and D. A. Evans, Biometrika 59(3), 1972; R
 * {@code spc::xcusum.arl}.
 */
public final class CusumLimit {
  private static final GaussLegendre NODES = GaussLegendre.ofSize(80);
  private static final double LARGEST_LIMIT = 60;
  private static final int BISECTIONS = 48;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private CusumLimit() {}

  /**
   * Mean number of nights to the first alarm of the upper side.
   *
   * @param allowance k, at least 0: half the shift that should be found soonest
   * @param limit h, above 0
   * @param shift mean of the scores, 0 for no change
   */
  public static double oneSided(double allowance, double limit, double shift) {
    check(allowance, limit, shift);
    int size = NODES.nodes().length;
    double[][] matrix = new double[size + 1][];
    double[] ones = new double[size + 1];
    for (int i = 0; i <= size; i++) {
      // The last row is the state 0, which has a probability of its own.
      double start = i == size ? 0 : limit * (NODES.nodes()[i] + 1) / 2;
      matrix[i] = transition(start + shift - allowance, limit);
      for (int j = 0; j <= size; j++) {
        matrix[i][j] = (i == j ? 1 : 0) - matrix[i][j];
      }
      ones[i] = 1;
    }
    return LinearSystem.solve(matrix, ones)[size];
  }

  /** Mean number of nights to the first alarm of either side, both starting from 0. */
  public static double twoSided(double allowance, double limit, double shift) {
    double up = oneSided(allowance, limit, shift);
    double down = oneSided(allowance, limit, -shift);
    return 1 / (1 / up + 1 / down);
  }

  /**
   * Limit h of a two-sided CUSUM with the given mean number of nights between false alarms.
   *
   * @param allowance k, from 0.05 to 3
   * @param averageRunLength nights, from 2 to 10,000,000
   */
  public static double forRunLength(double allowance, double averageRunLength) {
    if (!(allowance >= 0.05 && allowance <= 3)) {
      throw new IllegalArgumentException(
          "CUSUM allowance " + allowance + " is not between 0.05 and 3: half a deviation is usual");
    }
    if (!(averageRunLength >= 2 && averageRunLength <= 1e7)) {
      throw new IllegalArgumentException(
          "average run length "
              + averageRunLength
              + " is not between 2 and 10,000,000 nights: change the budget or the stream's weight");
    }
    double low = 0;
    double high = LARGEST_LIMIT;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      double length = twoSided(allowance, middle, 0);
      // Far beyond the wanted length the system is singular to the last digit: too high as well.
      if (length > 0 && length < averageRunLength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Probability of moving to each node, and last to 0, with {@code center} as the mean. */
  private static double[] transition(double center, double limit) {
    int size = NODES.nodes().length;
    double[] row = new double[size + 1];
    double scale = limit / 2 / Math.sqrt(2 * Math.PI);
    for (int j = 0; j < size; j++) {
      double step = limit * (NODES.nodes()[j] + 1) / 2 - center;
      row[j] = NODES.weights()[j] * scale * StrictMath.exp(-step * step / 2);
    }
    row[size] = NORMAL.cumulativeProbability(-center);
    return row;
  }

  private static void check(double allowance, double limit, double shift) {
    if (!(allowance >= 0 && allowance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "CUSUM allowance " + allowance + " is not a finite number from 0 up");
    }
    Checks.positive("CUSUM limit", limit);
    if (!Double.isFinite(shift)) {
      throw new IllegalArgumentException("shift " + shift + " is not finite");
    }
  }
}
