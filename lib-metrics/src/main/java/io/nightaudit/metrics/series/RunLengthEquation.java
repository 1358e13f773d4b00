package io.nightaudit.metrics.series;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Mean run lengths of a chart whose state is a Markov chain, and the limit for a wanted one.
 *
 * <p>With the transition weights K between the nodes of the states without alarm the run lengths
 * solve L = 1 + K L (Nyström).
 */
final class RunLengthEquation {
  /** Beyond it 1 − (largest eigenvalue of K) drowns in the rounding of K. */
  private static final double LONGEST = 1e12;

  private static final double SHORTEST_WANTED = 2;
  private static final double PRECISION = 1e-10;
  private static final double NARROWEST = 1e-13;

  private RunLengthEquation() {}

  /** Run lengths from each node; overwrites the kernel. */
  static double[] solve(double[][] kernel) {
    double[] ones = new double[kernel.length];
    Arrays.fill(ones, 1);
    for (int i = 0; i < kernel.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        kernel[i][j] = (i == j ? 1 : 0) - kernel[i][j];
      }
    }
    return LinearSystem.solve(kernel, ones);
  }

  /** The run length itself, or ∞ where it is beyond what the equation can tell. */
  static double bounded(double runLength) {
    return runLength >= 1 && runLength <= LONGEST ? runLength : Double.POSITIVE_INFINITY;
  }

  /**
   * Limit at which a run length that grows with its limit from {@code shortest} at 0 has the wanted
   * value, which is at most {@code longest}: false position in the logarithm, every third step a
   * bisection.
   */
  static double limitFor(
      DoubleUnaryOperator runLength, double shortest, double longest, double wanted) {
    if (!(wanted >= SHORTEST_WANTED && wanted <= longest)) {
      throw new IllegalArgumentException(
          "average run length "
              + wanted
              + " is not between 2 and "
              + longest
              + " nights: change the budget or the stream's weight");
    }
    if (!(wanted > shortest)) {
      throw new IllegalArgumentException(
          "average run length "
              + wanted
              + " is not above "
              + shortest
              + ", that of a limit of 0: lower the allowance");
    }
    double high = 1;
    double excess = excess(runLength, high, wanted);
    double low = 0;
    double shortage = StrictMath.log(shortest / wanted);
    while (excess < 0) {
      low = high;
      shortage = excess;
      high *= 2;
      excess = excess(runLength, high, wanted);
    }
    for (int step = 1; high - low > NARROWEST * high; step++) {
      boolean bisects = step % 3 == 0 || excess == Double.POSITIVE_INFINITY;
      double middle =
          bisects ? low + (high - low) / 2 : low + (high - low) * (-shortage / (excess - shortage));
      double found = excess(runLength, middle, wanted);
      if (Math.abs(found) < PRECISION) {
        return middle;
      }
      if (found < 0) {
        low = middle;
        shortage = found;
      } else {
        high = middle;
        excess = found;
      }
    }
    return high;
  }

  private static double excess(DoubleUnaryOperator runLength, double limit, double wanted) {
    return StrictMath.log(runLength.applyAsDouble(limit) / wanted);
  }
}
