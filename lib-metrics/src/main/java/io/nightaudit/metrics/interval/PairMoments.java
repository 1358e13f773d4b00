package io.nightaudit.metrics.interval;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a sample of pairs (a, b) needs to be known by: size, means, variances and covariance.
 *
 * <p>A pair is one unit that was drawn independently: a row, or all rows of one user or session.
 *
 * @param n number of pairs
 * @param meanA mean of the first values; any number if n is 0
 * @param meanB mean of the second values; any number if n is 0
 * @param varianceA with divisor n−1; any number if n is below 2
 * @param varianceB with divisor n−1; any number if n is below 2
 * @param covariance with divisor n−1, at most √(varianceA · varianceB) in size; any number if n is
 *     below 2
 */
public record PairMoments(
    long n, double meanA, double meanB, double varianceA, double varianceB, double covariance) {

  /** Excess of a correlation over 1 that rounding can explain. */
  private static final double ROUNDING = 1e-9;

  /** Refuses what no sample can have. */
  public PairMoments {
    Moments.check(n, meanA, varianceA);
    Moments.check(n, meanB, varianceB);
    double largest = Math.sqrt(varianceA) * Math.sqrt(varianceB) * (1 + ROUNDING);
    // Written so that NaN fails too.
    if (n >= 2 && !(Math.abs(covariance) <= largest)) {
      throw new IllegalArgumentException(
          "covariance %s is beyond %s, the root of the product of the variances: give all three with divisor n-1 and of the same pairs"
              .formatted(covariance, largest));
    }
  }

  /**
   * From sums over the pairs: n, Σa, Σb, Σa², Σb², Σab.
   *
   * <p>Computed without rounding between, so that nothing cancels that the sums still hold. For
   * rows that cluster give the sums over clusters: n = number of clusters and a, b = totals of a
   * cluster.
   *
   * @throws IllegalArgumentException if a sum is not finite or Σa² or Σb² is smaller than any
   *     sample with that n and sum has
   */
  public static PairMoments ofSums(
      long n, double a, double b, double squaresA, double squaresB, double products) {
    if (n < 2) {
      // Refuses n below 0; what so few pairs cannot have is 0.
      return new PairMoments(n, n == 0 ? 0 : a, n == 0 ? 0 : b, 0, 0, 0);
    }
    double varianceA = variance(n, a, squaresA, "a");
    double varianceB = variance(n, b, squaresB, "b");
    double possible =
        Math.sqrt(varianceA + noise(n, squaresA)) * Math.sqrt(varianceB + noise(n, squaresB));
    double raw = central(n, a, b, products, "ab");
    // Takes back what rounding of the sums adds to a correlation of 1 or of a constant.
    double largest = Math.sqrt(varianceA) * Math.sqrt(varianceB);
    double covariance =
        Math.abs(raw) <= possible ? Math.max(-largest, Math.min(largest, raw)) : raw;
    return new PairMoments(n, a / n, b / n, varianceA, varianceB, covariance);
  }

  private static double variance(long n, double sum, double squares, String name) {
    double variance = central(n, sum, sum, squares, name + "²");
    if (variance < -noise(n, squares)) {
      throw new IllegalArgumentException(
          "sum of %s² %s is below (sum of %s)²/n = %s²/%s: give sums over the same pairs"
              .formatted(name, squares, name, sum, n));
    }
    return Math.max(0, variance);
  }

  /** Variance that a constant seems to have, or to lack, when its sums are rounded to 53 bits. */
  private static double noise(long n, double squares) {
    return Math.scalb(Math.abs(squares), -50) / (n - 1);
  }

  /** (Σab − Σa Σb / n) / (n − 1). */
  private static double central(long n, double a, double b, double products, String name) {
    if (!(Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(products))) {
      throw new IllegalArgumentException(
          "sum of %s is %s, of the values %s and %s: give finite sums, in a larger unit"
              .formatted(name, products, a, b));
    }
    BigDecimal size = BigDecimal.valueOf(n);
    BigDecimal spread =
        size.multiply(new BigDecimal(products))
            .subtract(new BigDecimal(a).multiply(new BigDecimal(b)));
    return spread
        .divide(size.multiply(size.subtract(BigDecimal.ONE)), MathContext.DECIMAL128)
        .doubleValue();
  }
}
