package io.nightaudit.metrics.series;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Run lengths of a CUSUM of independent standard normal scores, and the limit for one.
 *
 * <p>S_t = max(0, S_{t−1} + z_t − k) from 0, alarm at S &gt; h. The mean number of nights to the
 * first alarm solves L(u) = 1 + L(0) Φ(k − μ − u) + ∫₀ʰ L(x) φ(x − u + k − μ) dx by Gauss–Legendre
 * nodes (Nyström). Two-sided, with the same sum of −z: 1/L = 1/L(μ) + 1/L(−μ). Nights, 1 or more;
 * grows with h, falls with the shift that the chart looks for.
 *
 * <ul>
 *   <li>A run length beyond 10¹² nights: ∞, as its digits are lost.
 *   <li>h above 169: refused, as is NaN anywhere.
 * </ul>
 *
 * <p>Source: D. Brook and D. A. Evans, Biometrika 59(3), 1972; J. M. Lucas and R. B. Crosier,
 * Technometrics 24(3), 1982; L. C. Vance, Journal of Quality Technology 18(3), 1986.
 */
public final class CusumLimit {
  private static final double LONGEST_RUN_LENGTH = 1e7;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double allowance;
  private final boolean twoSided;

  private CusumLimit(double allowance, boolean twoSided) {
    this.allowance = Cusum.checkedAllowance(allowance);
    this.twoSided = twoSided;
  }

  /** A sum for rises only, with the allowance k, 0 or more: half the shift to be found. */
  public static CusumLimit oneSided(double allowance) {
    return new CusumLimit(allowance, false);
  }

  /** Sums for rises and for falls, with the allowance k, 0 or more: half the shift to be found. */
  public static CusumLimit twoSided(double allowance) {
    return new CusumLimit(allowance, true);
  }

  /**
   * Mean number of nights to the first alarm when the scores have the mean {@code shift}.
   *
   * @param limit h, above 0
   * @param shift mean of the scores, 0 for no change
   */
  public double averageRunLength(double limit, double shift) {
    Checks.positive("CUSUM limit", limit);
    Checks.finite("shift", shift);
    double rises = oneSidedRunLength(limit, shift);
    return twoSided ? 1 / (1 / rises + 1 / oneSidedRunLength(limit, -shift)) : rises;
  }

  /**
   * Limit h with the given mean number of nights between false alarms.
   *
   * <p>Takes some milliseconds: solve it once for all streams of the same allowance and budget. The
   * same arguments always give the same bits.
   *
   * @param averageRunLength nights, from 2 to 10,000,000, and above that of h = 0
   */
  public double forRunLength(double averageRunLength) {
    double nightly = NORMAL.survivalProbability(allowance) * (twoSided ? 2 : 1);
    return RunLengthEquation.limitFor(
        limit -> averageRunLength(limit, 0), 1 / nightly, LONGEST_RUN_LENGTH, averageRunLength);
  }

  /** The first state is the sum 0, which has a probability of its own; the others are nodes. */
  private double oneSidedRunLength(double limit, double shift) {
    GaussLegendre nodes = GaussLegendre.forKernel(2 / limit);
    double[][] kernel = new double[nodes.nodes().length + 1][];
    kernel[0] = kernel(nodes, limit, shift, 0);
    for (int i = 1; i < kernel.length; i++) {
      kernel[i] = kernel(nodes, limit, shift, limit / 2 * (1 + nodes.nodes()[i - 1]));
    }
    return RunLengthEquation.bounded(RunLengthEquation.solve(kernel)[0]);
  }

  private double[] kernel(GaussLegendre nodes, double limit, double shift, double start) {
    double[] row = new double[nodes.nodes().length + 1];
    double drift = allowance - shift - start;
    row[0] = NORMAL.cumulativeProbability(drift);
    double scale = limit / 2 / Math.sqrt(2 * Math.PI);
    for (int j = 1; j < row.length; j++) {
      double step = limit / 2 * (1 + nodes.nodes()[j - 1]) + drift;
      row[j] = nodes.weights()[j - 1] * scale * StrictMath.exp(-step * step / 2);
    }
    return row;
  }
}
