package io.nightaudit.metrics.significance;

/**
 * Largest probability, over all rates that two samples may have in common, of a set of tables.
 *
 * <p>Searched on a grid of equal steps in asin√rate, eight to a standard deviation of the samples,
 * and from there on by golden section around each peak that comes near the highest.
 */
final class CommonRate {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int REFINEMENTS = 40;
  private static final double NEAR = 0.95;

  private final boolean[][] tables;
  private final int n1;
  private final int n0;

  private CommonRate(boolean[][] tables) {
    this.tables = tables;
    this.n1 = tables.length - 1;
    this.n0 = tables[0].length - 1;
  }

  /**
   * The largest probability.
   *
   * @param tables whether s1 successes of current and s0 of reference belong to the set
   */
  static double largestProbability(boolean[][] tables) {
    return new CommonRate(tables).largest();
  }

  private double largest() {
    int steps = (int) (16 * Math.sqrt(n1 + n0)) + 16;
    double step = Math.PI / 2 / steps;
    double[] grid = new double[steps + 1];
    double largest = 0;
    for (int i = 0; i <= steps; i++) {
      grid[i] = probability(i * step);
      largest = Math.max(largest, grid[i]);
    }
    double best = largest;
    for (int i = 1; i < steps; i++) {
      if (grid[i] >= NEAR * largest && grid[i] >= grid[i - 1] && grid[i] >= grid[i + 1]) {
        best = Math.max(best, peak((i - 1) * step, (i + 1) * step));
      }
    }
    return best;
  }

  private double peak(double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = probability(left);
    double atRight = probability(right);
    for (int i = 0; i < REFINEMENTS; i++) {
      if (atLeft < atRight) {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = probability(right);
      } else {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = probability(left);
      }
    }
    return Math.max(atLeft, atRight);
  }

  /** Probability of the set at rate sin²(angle). */
  private double probability(double angle) {
    double sine = StrictMath.sin(angle);
    double rate = Math.min(1, sine * sine);
    double[] current = CountDistribution.binomial(n1, rate).probabilities();
    double[] reference = CountDistribution.binomial(n0, rate).probabilities();
    double sum = 0;
    for (int s1 = 0; s1 <= n1; s1++) {
      double inRow = 0;
      for (int s0 = 0; s0 <= n0; s0++) {
        inRow += tables[s1][s0] ? reference[s0] : 0;
      }
      sum += current[s1] * inRow;
    }
    return sum;
  }
}
