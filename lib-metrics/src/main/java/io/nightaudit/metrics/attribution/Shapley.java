package io.nightaudit.metrics.attribution;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Shapley values: what each player adds to a value on average over all orders of joining.
 *
 * <p>φ_i = Σ over S without i of |S|!(n−|S|−1)!/n! · (v(S ∪ i) − v(S)), over all 2ⁿ subsets, so
 * exact. In the unit of v. Σ φ = v(all) − v(none); players that add the same have the same value;
 * one that adds nothing has 0.
 *
 * <ul>
 *   <li>No players: none.
 *   <li>More than 16 players: IllegalArgumentException, as 2ⁿ values are needed.
 *   <li>A value that is not finite: ArithmeticException.
 * </ul>
 *
 * Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II, 1953;
 * for cost: J. Albrecht, D. François and K. Schoors, Energy Policy 30(9), 2002.
 */
public final class Shapley {
  private static final int MOST_PLAYERS = 16;

  private Shapley() {}

  /**
   * Values of players.
   *
   * @param value v of a subset; bit i of its argument is set if player i belongs to it
   */
  public static double[] values(int players, IntToDoubleFunction value) {
    if (players < 0 || players > MOST_PLAYERS) {
      throw new IllegalArgumentException(
          players + " players: give 0 to " + MOST_PLAYERS + ", as all subsets are valued");
    }
    double[] worth = worth(players, value);
    double[] values = new double[players];
    for (int player = 0; player < players; player++) {
      values[player] = meanOverSizes(worth, players, 1 << player);
    }
    return values;
  }

  /**
   * Splits the change of a sum of products among its factors, as {@link LogMeanDivisia} does, with
   * v(S) the sum of products of which the factors of S are those of now; segments that enter or
   * leave are kept apart in the same way.
   *
   * @param factors names of the factors, 16 at most
   * @param before a row for each segment, with its factors in the order of the names
   * @param now the same segments and factors now
   */
  public static CostBridge of(List<String> factors, double[][] before, double[][] now) {
    return new Segments(factors, before, now)
        .bridge((from, to) -> values(from.length, subset -> product(from, to, subset)));
  }

  private static double[] worth(int players, IntToDoubleFunction value) {
    double[] worth = new double[1 << players];
    for (int subset = 0; subset < worth.length; subset++) {
      worth[subset] = value.applyAsDouble(subset);
      if (!Double.isFinite(worth[subset])) {
        throw new ArithmeticException(
            "the value of subset %s is %s: give a finite value for every subset"
                .formatted(Integer.toBinaryString(subset), worth[subset]));
      }
    }
    return worth;
  }

  /** Mean over the sizes of S of the mean marginal value at that size. */
  private static double meanOverSizes(double[] worth, int players, int player) {
    double[] sums = new double[players];
    long[] counts = new long[players];
    for (int subset = 0; subset < worth.length; subset++) {
      if ((subset & player) == 0) {
        int size = Integer.bitCount(subset);
        sums[size] += worth[subset | player] - worth[subset];
        counts[size]++;
      }
    }
    double sum = 0;
    for (int size = 0; size < players; size++) {
      sum += sums[size] / counts[size];
    }
    return sum / players;
  }

  private static double product(double[] from, double[] to, int subset) {
    double product = 1;
    for (int f = 0; f < from.length; f++) {
      product *= (subset >> f & 1) == 0 ? from[f] : to[f];
    }
    return product;
  }
}
