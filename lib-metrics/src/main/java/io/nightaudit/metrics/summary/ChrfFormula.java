package io.nightaudit.metrics.summary;

/**
 * chrF of given counts.
 *
 * @param weight β², the weight of precision in the denominator
 */
record ChrfFormula(double weight) {
  private static final double EPSILON = 1e-16;

  static ChrfFormula withBeta(double beta) {
    if (beta > 0 && beta * beta < Double.POSITIVE_INFINITY) {
      return new ChrfFormula(beta * beta);
    }
    // Not above 0, too large, or NaN.
    throw new IllegalArgumentException(
        "beta must be above 0 and below 1e154, but is %s; 2 is usual".formatted(beta));
  }

  /** The F-score of the mean precision and recall over the orders that both texts have. */
  double effectiveOrder(long[] hypothesis, long[] reference, long[] match) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int order = 0; order < match.length; order++) {
      if (hypothesis[order] > 0 && reference[order] > 0) {
        precision += (double) match[order] / hypothesis[order];
        recall += (double) match[order] / reference[order];
        orders++;
      }
    }
    return precision + recall > 0 ? 100 * combine(precision / orders, recall / orders) : 0;
  }

  /** The mean of the F-scores of all orders. */
  double epsilon(long[] hypothesis, long[] reference, long[] match) {
    double sum = 0;
    for (int order = 0; order < match.length; order++) {
      double precision = share(match[order], hypothesis[order]);
      double recall = share(match[order], reference[order]);
      sum += weight * precision + recall > 0 ? combine(precision, recall) : EPSILON;
    }
    return 100 * sum / match.length;
  }

  private static double share(long match, long all) {
    return all > 0 ? (double) match / all : EPSILON;
  }

  private double combine(double precision, double recall) {
    return (1 + weight) * precision * recall / (weight * precision + recall);
  }
}
