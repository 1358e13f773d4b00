package io.nightaudit.metrics.summary;

import java.math.BigInteger;

/**
 * Exact sums of vectors of integers and of the products of their components.
 *
 * @param count number of vectors
 * @param sums Σφᵢ for each i, then Σφᵢφⱼ for each i and j from i on
 */
record VectorSums(int dimensions, long count, LongSums sums) {

  static VectorSums zero(int dimensions) {
    return new VectorSums(dimensions, 0, LongSums.zero(size(dimensions)));
  }

  static int size(int dimensions) {
    return dimensions * (dimensions + 3) / 2;
  }

  long sum(int i) {
    return sums.at(i);
  }

  long square(int i) {
    return sums.at(position(i, i));
  }

  /** Position of Σφᵢφⱼ, i ≤ j: before it come the sums and the rows 0 to i − 1. */
  private int position(int i, int j) {
    return dimensions + i * dimensions - i * (i - 1) / 2 + (j - i);
  }

  /** n Σφᵢφⱼ − Σφᵢ Σφⱼ, i ≤ j. */
  BigInteger spread(int i, int j) {
    return Units.spread(
        count,
        BigInteger.valueOf(sum(i)),
        BigInteger.valueOf(sum(j)),
        BigInteger.valueOf(sums.at(position(i, j))));
  }

  /** Whether so many vectors can have these sums: no square too large, no correlation beyond ±1. */
  boolean possible(long largestSquare) {
    BigInteger[] spreads = new BigInteger[dimensions];
    boolean possible = count > 0 || sums.allZero();
    for (int i = 0; i < dimensions && possible; i++) {
      spreads[i] = spread(i, i);
      possible = square(i) >= 0 && square(i) <= count * largestSquare && spreads[i].signum() >= 0;
      for (int j = 0; j < i && possible; j++) {
        possible = spread(j, i).pow(2).compareTo(spreads[i].multiply(spreads[j])) <= 0;
      }
    }
    return possible;
  }
}
