package io.nightaudit.metrics.series;

/**
 * Number, means, variances and covariance (divisor n−1) of pairs (a, b), one per unit.
 *
 * <p>Without pairs the means are NaN, with one pair the variances are.
 *
 * @param n number of units
 * @param meanA mean of a
 * @param meanB mean of b
 * @param varianceA variance of a
 * @param varianceB variance of b
 * @param covariance of a and b
 */
public record PairedMoments(
    long n, double meanA, double meanB, double varianceA, double varianceB, double covariance) {
  private static final double ROUNDING = 1e-9;

  public PairedMoments {
    if (n < 0) {
      throw new IllegalArgumentException("n " + n + " is below 0: give the number of units");
    }
    if (n >= 1) {
      Checks.finite("mean of a", meanA);
      Checks.finite("mean of b", meanB);
    }
    if (n >= 2) {
      checkVariance("variance of a", varianceA);
      checkVariance("variance of b", varianceB);
      double most = Math.sqrt(varianceA) * Math.sqrt(varianceB);
      if (!(Math.abs(covariance) <= most * (1 + ROUNDING))) {
        throw new IllegalArgumentException(
            "covariance " + covariance + " is above " + most + ", the product of the deviations");
      }
    }
  }

  private static void checkVariance(String name, double variance) {
    if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " " + variance + " is not a finite number from 0 up: give that with divisor n-1");
    }
  }

  /** The moments of pairs, in two passes. */
  public static PairedMoments of(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          a.length + " values for " + b.length + " partners: give pairs");
    }
    double meanA = mean(a);
    double meanB = mean(b);
    double free = a.length - 1.0;
    return new PairedMoments(
        a.length,
        meanA,
        meanB,
        products(a, meanA, a, meanA) / free,
        products(b, meanB, b, meanB) / free,
        products(a, meanA, b, meanB) / free);
  }

  /** Variance of (mean of a)/(mean of b) divided by its square; delta method. */
  double relativeVarianceOfRatio() {
    double byA = Math.sqrt(varianceA) / meanA;
    double byB = Math.sqrt(varianceB) / meanB;
    return (byA * byA + byB * byB - 2 * (covariance / meanA / meanB)) / n;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double products(double[] a, double meanA, double[] b, double meanB) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }
}
