package io.nightaudit.metrics.distance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Squared maximum mean discrepancy between two sets of vectors, from the sums of their {@link
 * RandomFourierFeatures}.
 *
 * <p>MMD²ᵤ = (‖s‖²−n)/(n(n−1)) + (‖t‖²−m)/(m(m−1)) − 2 s·t/(nm) with s = Σφ(x), t = Σφ(y). It is
 * unbiased for the squared distance of the mean features, so about half of its values lie below 0
 * if nothing has changed; no unit, at most 2, growing with the difference. It relies on ‖φ‖ = 1.
 *
 * <ul>
 *   <li>NaN if a side has fewer than two vectors.
 *   <li>Equal sums of equal numbers give (‖s‖²/n² − 1) · 2/(n−1), at most 0.
 *   <li>NaN or infinite features are refused.
 * </ul>
 *
 * <p>Source: A. Gretton et al., J. Machine Learning Research 13, 2012, lemma 6 and theorem 12.
 */
public final class MaximumMeanDiscrepancy {
  private MaximumMeanDiscrepancy() {}

  /** MMD²ᵤ of n reference and m current vectors with the given sums of features. */
  public static double unbiasedSquared(long n, double[] referenceSum, long m, double[] currentSum) {
    check(n, referenceSum, m, currentSum);
    if (n < 2 || m < 2) {
      return Double.NaN;
    }
    return within(n, referenceSum)
        + within(m, currentSum)
        - 2 * product(referenceSum, currentSum) / n / m;
  }

  private static double within(double n, double[] sum) {
    return (product(sum, sum) - n) / n / (n - 1);
  }

  private static double product(double[] s, double[] t) {
    double sum = 0;
    for (int i = 0; i < s.length; i++) {
      sum += s[i] * t[i];
    }
    return sum;
  }

  private static void check(long n, double[] referenceSum, long m, double[] currentSum) {
    if (n < 0 || m < 0) {
      throw new IllegalArgumentException(
          "numbers of vectors %s and %s must not be below 0".formatted(n, m));
    }
    if (referenceSum.length != currentSum.length) {
      throw new IllegalArgumentException(
          "reference has %s features and current %s: use the same features"
              .formatted(referenceSum.length, currentSum.length));
    }
    checkSum("reference", n, referenceSum);
    checkSum("current", m, currentSum);
  }

  /** Written so that NaN fails too; a sum of n unit vectors is no longer than n. */
  private static void checkSum(String name, long n, double[] sum) {
    double length = Math.sqrt(product(sum, sum));
    if (!(length <= n * (1 + 1e-6))) {
      throw new IllegalArgumentException(
          ("%s sum has length %s, more than its %s vectors of length 1: "
                  + "sum the features, not raw values")
              .formatted(name, length, n));
    }
  }

  /**
   * What MMD²ᵤ does if nothing has changed: f (Σ λχ² − Σ λ) over the eigenvalues λ of the
   * covariance Σ of the features, f = 1/n + 1/m.
   *
   * <p>Satterthwaite's approximation f (a χ²_g − tr Σ) has a = tr Σ²/tr Σ and g = (tr Σ)²/tr Σ²
   * degrees of freedom; at a nominal 5 % it rejects about 6 %. Source: F. E. Satterthwaite,
   * Biometrics Bulletin 2(6), 1946, doi:10.2307/3002019.
   *
   * @param inverseSizes f, above 0
   * @param trace tr Σ, 0 up to 1 for unit features
   * @param traceOfSquare tr Σ², the sum of all squared entries of Σ; 0 up to (tr Σ)²
   */
  public record NullDistribution(double inverseSizes, double trace, double traceOfSquare) {
    public NullDistribution {
      // Written so that NaN fails too.
      if (!(inverseSizes > 0 && inverseSizes < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "1/n + 1/m is %s, but must be above 0 and finite: give both sides vectors"
                .formatted(inverseSizes));
      }
      if (!(trace >= 0
          && trace < Double.POSITIVE_INFINITY
          && traceOfSquare >= 0
          && traceOfSquare <= trace * trace * (1 + 1e-9))) {
        throw new IllegalArgumentException(
            "traces %s and %s do not belong to a covariance: give tr Σ and tr Σ²"
                .formatted(trace, traceOfSquare));
      }
    }

    /** From the sizes and the covariance of the features, estimated on the baseline. */
    public static NullDistribution of(long n, long m, double[][] covariance) {
      double trace = 0;
      double square = 0;
      for (int i = 0; i < covariance.length; i++) {
        trace += covariance[i][i];
        square += product(covariance[i], covariance[i]);
      }
      return new NullDistribution(1.0 / n + 1.0 / m, trace, square);
    }

    /** Standard deviation √2 f √(tr Σ²); its mean is 0. */
    public double deviation() {
      return Math.sqrt(2 * traceOfSquare) * inverseSizes;
    }

    /** g, from 1 (one direction of variation) up; NaN if all vectors are equal. */
    public double degreesOfFreedom() {
      return trace * trace / traceOfSquare;
    }

    /** Approximate probability of a value at least as large; NaN if all vectors are equal. */
    public double tail(double unbiasedSquared) {
      double freedom = degreesOfFreedom();
      if (Double.isNaN(freedom) || Double.isNaN(unbiasedSquared)) {
        return Double.NaN;
      }
      double chiSquare = (unbiasedSquared / inverseSizes + trace) * trace / traceOfSquare;
      return ChiSquaredDistribution.of(freedom).survivalProbability(Math.max(0, chiSquare));
    }
  }
}
