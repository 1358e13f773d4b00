package io.nightaudit.metrics.attribution;

import java.util.function.IntToDoubleFunction;

/**
 * Shapley values: what each of several changes did, on average over the orders in which they could
 * have happened.
 *
 * <p>φ_i = Σ over sets S without i of |S|! (k−|S|−1)!/k! (v(S ∪ i) − v(S)). They add up to v(all) −
 * v(none); a change that never matters gets 0, two that do the same get the same. In the unit of v.
 *
 * <ul>
 *   <li>No players: none. More than 16: refused, 2^k sets are asked.
 * </ul>
 *
 * <p>Source: L. S. Shapley, Contributions to the Theory of Games II, 1953, pp. 307–317.
 */
public final class Shapley {
  private static final int MOST_PLAYERS = 16;

  private Shapley() {}

  /**
   * Values of the players of any game.
   *
   * @param players number of players, 0 to 16
   * @param value what a set is worth; bit i of its argument says whether player i is in it
   */
  public static double[] of(int players, IntToDoubleFunction value) {
    if (players < 0 || players > MOST_PLAYERS) {
      throw new IllegalArgumentException(
          "Players must be between 0 and %s. Provided: %s".formatted(MOST_PLAYERS, players));
    }
    double[] worth = new double[1 << players];
    for (int set = 0; set < worth.length; set++) {
      worth[set] = value.applyAsDouble(set);
    }
    double[] weights = weights(players);
    double[] values = new double[players];
    for (int i = 0; i < players; i++) {
      for (int set = 0; set < worth.length; set++) {
        if ((set >> i & 1) == 0) {
          values[i] += weights[Integer.bitCount(set)] * (worth[set | 1 << i] - worth[set]);
        }
      }
    }
    return values;
  }

  /** What each factor did to a sum of products, rows and factors as in {@link LogMeanDivisia}. */
  public static double[] ofProducts(double[][] before, double[][] now) {
    int factors = Products.factors(before, now);
    return of(factors, mask -> Products.mixed(before, now, mask));
  }

  /** |S|! (k−|S|−1)!/k! by the size of S: 1/k divided by the number of sets of that size. */
  private static double[] weights(int players) {
    double[] weights = new double[players];
    double sets = 1;
    for (int size = 0; size < players; size++) {
      weights[size] = 1 / (players * sets);
      sets = sets * (players - 1 - size) / (size + 1);
    }
    return weights;
  }
}
