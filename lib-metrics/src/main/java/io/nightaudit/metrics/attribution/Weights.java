package io.nightaudit.metrics.attribution;

/** Weights of strata. */
final class Weights {
  private Weights() {}

  /** Weights divided by their sum; fails if a stratum with weight has no value. */
  static double[] shares(double[] weights, double[] values) {
    if (weights.length != values.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + values.length + " values: give one per stratum");
    }
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      check(s, weights[s], values[s]);
      sum += weights[s];
    }
    if (sum == Double.POSITIVE_INFINITY) {
      throw new ArithmeticException(
          "the sum of the weights is " + sum + ": divide them by the largest first");
    }
    double[] shares = new double[weights.length];
    for (int s = 0; s < shares.length; s++) {
      shares[s] = weights[s] / sum;
    }
    return shares;
  }

  /** Weighted mean over the strata with weight; NaN without strata. */
  static double mean(double[] shares, double[] values) {
    double mean = shares.length == 0 ? Double.NaN : 0;
    for (int s = 0; s < shares.length; s++) {
      // NaN shares must reach the result, so only true zeros are left out.
      mean += shares[s] == 0 ? 0 : shares[s] * values[s];
    }
    return mean;
  }

  static void check(int stratum, double weight, double value) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight " + weight + " of stratum " + stratum + " is not a finite number from 0 up");
    }
    if (weight > 0 && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value "
              + value
              + " of stratum "
              + stratum
              + " with weight "
              + weight
              + " is not finite: give absent strata weight 0");
    }
  }
}
