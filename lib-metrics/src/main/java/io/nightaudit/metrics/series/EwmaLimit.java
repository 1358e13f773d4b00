package io.nightaudit.metrics.series;

/**
 * Run lengths of a two-sided EWMA of independent standard normal scores, and the limit for one.
 *
 * <p>w_t = (1−λ) w_{t−1} + λ z_t from 0, alarm at |w| &gt; c √(λ/(2−λ)). The mean number of nights
 * to the first alarm solves L(u) = 1 + (1/λ) ∫ L(x) φ((x − (1−λ)u)/λ − μ) dx over the limits; the
 * integral is replaced by 80 Gauss–Legendre nodes (Nyström).
 *
 * <p>A run length is in nights, from 1 up; longer is better without a change and worse with one. A
 * limit c is in standard deviations of w; it rises with the run length.
 *
 * <ul>
 *   <li>λ = 1 is the Shewhart chart: 1/P(|z| &gt; c).
 *   <li>The sign of the shift does not matter; an infinite one gives 1, NaN gives NaN.
 *   <li>The nodes suffice while c/√(λ(2−λ)) is below about 25 (from λ = 0.01 at c = 3.5, any c in
 *       use from λ = 0.05 up). Beyond it the run length is wrong, and may even be negative.
 *   <li>A weight outside (0, 1], a limit or run length outside its range, NaN for any of them:
 *       refused.
 * </ul>
 *
 * <p>Source: S. V. Crowder, Technometrics 29(4), 1987; values also in J. M. Lucas and M. S.
 * Saccucci, Technometrics 32(1), 1990.
 */
public final class EwmaLimit {
  private static final GaussLegendre NODES = GaussLegendre.ofSize(80);
  private static final double SMALLEST_LIMIT = 0.5;
  private static final double LARGEST_LIMIT = 7;
  private static final int BISECTIONS = 44;

  private EwmaLimit() {}

  /**
   * Mean number of nights to the first alarm when the scores have the mean {@code shift}.
   *
   * @param ewmaWeight λ, in (0, 1]
   * @param limit c, above 0 and finite
   * @param shift mean of the scores, 0 for no change
   */
  public static double averageRunLength(double ewmaWeight, double limit, double shift) {
    checkWeight(ewmaWeight);
    Checks.positive("EWMA limit", limit);
    double bound = limit * Math.sqrt(ewmaWeight / (2 - ewmaWeight));
    int size = NODES.nodes().length;
    double[][] matrix = new double[size][];
    double[] ones = new double[size];
    for (int i = 0; i < size; i++) {
      matrix[i] = kernel(ewmaWeight, bound, shift, bound * NODES.nodes()[i]);
      for (int j = 0; j < size; j++) {
        matrix[i][j] = (i == j ? 1 : 0) - matrix[i][j];
      }
      ones[i] = 1;
    }
    double[] lengths = LinearSystem.solve(matrix, ones);
    double[] fromZero = kernel(ewmaWeight, bound, shift, 0);
    double length = 1;
    for (int i = 0; i < size; i++) {
      length += fromZero[i] * lengths[i];
    }
    return length;
  }

  /**
   * Limit c with the given mean number of nights between false alarms.
   *
   * <p>In standard deviations of w, from 0.5 to 7: what needs less or more gets the nearer end.
   * Takes some 20 milliseconds: solve it once for all streams of the same weight.
   *
   * @param ewmaWeight λ, in (0, 1]
   * @param averageRunLength nights, from 2 to 10,000,000; a user's budget of F false alarms a month
   *     gives 30/(F · weight of the stream)
   */
  public static double forRunLength(double ewmaWeight, double averageRunLength) {
    checkWeight(ewmaWeight);
    if (!(averageRunLength >= 2 && averageRunLength <= 1e7)) {
      throw new IllegalArgumentException(
          "average run length "
              + averageRunLength
              + " is not between 2 and 10,000,000 nights: change the budget or the stream's weight");
    }
    double low = SMALLEST_LIMIT;
    double high = LARGEST_LIMIT;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (averageRunLength(ewmaWeight, middle, 0) < averageRunLength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Weighted transition density from {@code start} to each node. */
  private static double[] kernel(double ewmaWeight, double bound, double shift, double start) {
    double[] row = new double[NODES.nodes().length];
    double scale = bound / ewmaWeight / Math.sqrt(2 * Math.PI);
    for (int j = 0; j < row.length; j++) {
      double step = (bound * NODES.nodes()[j] - (1 - ewmaWeight) * start) / ewmaWeight - shift;
      row[j] = NODES.weights()[j] * scale * StrictMath.exp(-step * step / 2);
    }
    return row;
  }

  private static void checkWeight(double ewmaWeight) {
    if (!(ewmaWeight > 0 && ewmaWeight <= 1)) {
      throw new IllegalArgumentException("EWMA weight " + ewmaWeight + " is not in (0, 1]");
    }
  }
}
