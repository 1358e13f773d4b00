package io.nightaudit.metrics.series;

/**
 * Run lengths of a two-sided EWMA of independent standard normal scores, and the limit for one.
 *
 * <p>w_t = (1−λ) w_{t−1} + λ z_t from 0, alarm at |w| &gt; c √(λ/(2−λ)). The mean number of nights
 * to the first alarm solves L(u) = 1 + (1/λ) ∫ L(x) φ((x − (1−λ)u)/λ − μ) dx over the limits; the
 * integral is replaced by Gauss–Legendre nodes (Nyström), 80 of them or as many as a small λ needs.
 * Nights, 1 or more; grows with c, falls with |μ|.
 *
 * <ul>
 *   <li>λ = 1 is a Shewhart chart.
 *   <li>A run length beyond 10¹² nights: ∞, as its digits are lost.
 *   <li>λ below about (c/85)²/2, or NaN anywhere: refused.
 * </ul>
 *
 * <p>Source: S. V. Crowder, Technometrics 29(4), 1987; J. M. Lucas and M. S. Saccucci,
 * Technometrics 32(1), 1990.
 */
public final class EwmaLimit {
  /** The longest run length in nights that has a limit: at 10¹⁰ four digits of it are good. */
  public static final double LONGEST_RUN_LENGTH = 1e10;

  private EwmaLimit() {}

  /**
   * Mean number of nights to the first alarm when the scores have the mean {@code shift}.
   *
   * @param ewmaWeight λ, in (0, 1]
   * @param limit c, above 0
   * @param shift mean of the scores, 0 for no change
   */
  public static double averageRunLength(double ewmaWeight, double limit, double shift) {
    checkWeight(ewmaWeight);
    Checks.positive("EWMA limit", limit);
    Checks.finite("shift", shift);
    double bound = limit * Math.sqrt(ewmaWeight / (2 - ewmaWeight));
    GaussLegendre nodes = GaussLegendre.forKernel(ewmaWeight / bound);
    double[][] kernel = new double[nodes.nodes().length][];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = kernel(nodes, ewmaWeight, bound, shift, bound * nodes.nodes()[i]);
    }
    double[] lengths = RunLengthEquation.solve(kernel);
    double[] fromZero = kernel(nodes, ewmaWeight, bound, shift, 0);
    double length = 1;
    for (int i = 0; i < lengths.length; i++) {
      length += fromZero[i] * lengths[i];
    }
    return RunLengthEquation.bounded(length);
  }

  /**
   * Limit c with the given mean number of nights between false alarms.
   *
   * <p>Takes some milliseconds: solve it once for all streams of the same weight and budget, not
   * once per stream. The same arguments always give the same bits.
   *
   * @param ewmaWeight λ, in (0, 1]
   * @param averageRunLength nights, from 2 to {@link #LONGEST_RUN_LENGTH}; a user's budget of F
   *     false alarms a month gives 30/(F · weight of the stream)
   */
  public static double forRunLength(double ewmaWeight, double averageRunLength) {
    checkWeight(ewmaWeight);
    return RunLengthEquation.limitFor(
        limit -> averageRunLength(ewmaWeight, limit, 0), 1, LONGEST_RUN_LENGTH, averageRunLength);
  }

  /** Weighted transition density from {@code start} to each node. */
  private static double[] kernel(
      GaussLegendre nodes, double ewmaWeight, double bound, double shift, double start) {
    double[] row = new double[nodes.nodes().length];
    double scale = bound / ewmaWeight / Math.sqrt(2 * Math.PI);
    for (int j = 0; j < row.length; j++) {
      double step = (bound * nodes.nodes()[j] - (1 - ewmaWeight) * start) / ewmaWeight - shift;
      row[j] = nodes.weights()[j] * scale * StrictMath.exp(-step * step / 2);
    }
    return row;
  }

  static void checkWeight(double ewmaWeight) {
    if (!(ewmaWeight > 0 && ewmaWeight <= 1)) {
      throw new IllegalArgumentException("EWMA weight " + ewmaWeight + " is not in (0, 1]");
    }
  }
}
