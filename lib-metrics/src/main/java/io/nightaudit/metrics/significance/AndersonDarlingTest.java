package io.nightaudit.metrics.significance;

import java.util.Arrays;

/**
 * P-value of the k-sample Anderson–Darling statistic (midrank variant).
 *
 * <p>With T = (A² − (k−1))/σ_N the p-value is exp of the parabola in T that is fitted by least
 * squares to the logarithms of the published levels at their critical values b₀ + b₁/√(k−1) +
 * b₂/(k−1). Small is unusual.
 *
 * <ul>
 *   <li>Between 0.001 and 0.25, which stand for "at most" and "at least": the published table ends
 *       there.
 *   <li>T that is NaN or infinite, or fewer than two samples: refused.
 * </ul>
 *
 * Source: F. W. Scholz and M. A. Stephens, J. Amer. Statist. Assoc. 82, 1987, doi
 * 10.1080/01621459.1987.10478517; SciPy {@code stats.anderson_ksamp}.
 */
public final class AndersonDarlingTest {
  private static final double[] LEVELS = {.25, .1, .05, .025, .01, .005, .001};
  private static final double[] B0 = {0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085};
  private static final double[] B1 = {-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615};
  private static final double[] B2 = {-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154};

  private AndersonDarlingTest() {}

  /**
   * P-value of the standardised statistic.
   *
   * @param standardised T, finite; see {@link #standardised}
   * @param samples k, at least 2
   */
  public static double pValue(double standardised, int samples) {
    if (!Double.isFinite(standardised) || samples < 2) {
      throw new IllegalArgumentException(
          "statistic %s of %s samples: give a finite statistic of at least 2 samples"
              .formatted(standardised, samples));
    }
    double[] critical = criticalValues(samples - 1.0);
    if (standardised < critical[0]) {
      return LEVELS[0];
    }
    if (standardised > critical[critical.length - 1]) {
      return LEVELS[LEVELS.length - 1];
    }
    // The parabola passes the ends of the table by 0.0002.
    double p = StrictMath.exp(parabola(critical, standardised));
    return Math.min(LEVELS[0], Math.max(LEVELS[LEVELS.length - 1], p));
  }

  private static double[] criticalValues(double m) {
    double[] critical = new double[LEVELS.length];
    for (int i = 0; i < critical.length; i++) {
      critical[i] = B0[i] + B1[i] / Math.sqrt(m) + B2[i] / m;
    }
    return critical;
  }

  /** Least squares by the polynomials 1, d and d² − skew·d − spread, orthogonal over the table. */
  private static double parabola(double[] critical, double at) {
    double mean = Arrays.stream(critical).sum() / critical.length;
    double squares = Arrays.stream(critical).map(x -> StrictMath.pow(x - mean, 2)).sum();
    double cubes = Arrays.stream(critical).map(x -> StrictMath.pow(x - mean, 3)).sum();
    double[] constant = new double[critical.length];
    double[] linear = new double[critical.length];
    double[] quadratic = new double[critical.length];
    for (int i = 0; i < critical.length; i++) {
      constant[i] = 1;
      linear[i] = critical[i] - mean;
      quadratic[i] = quadratic(linear[i], cubes / squares, squares / critical.length);
    }
    double d = at - mean;
    return coefficient(constant)
        + coefficient(linear) * d
        + coefficient(quadratic) * quadratic(d, cubes / squares, squares / critical.length);
  }

  private static double quadratic(double d, double skew, double spread) {
    return d * d - skew * d - spread;
  }

  private static double coefficient(double[] polynomial) {
    double product = 0;
    double squares = 0;
    for (int i = 0; i < polynomial.length; i++) {
      product += polynomial[i] * StrictMath.log(LEVELS[i]);
      squares += polynomial[i] * polynomial[i];
    }
    return product / squares;
  }

  /**
   * T = (A² − (k−1))/σ_N, which has mean 0 and variance 1 without a difference.
   *
   * @param statistic A² of the samples
   * @param sizes number of values of each sample, at least 1 each and 4 in all
   */
  public static double standardised(double statistic, long... sizes) {
    Checks.notNegative("statistic", statistic);
    return (statistic - (sizes.length - 1)) / Math.sqrt(variance(sizes));
  }

  /**
   * Variance σ²_N of A² if all samples come from one distribution; depends on the sizes only.
   *
   * <p>Source: Scholz and Stephens, equation (4).
   */
  public static double variance(long... sizes) {
    double k = sizes.length;
    double total = checkedTotal(sizes);
    double inverse = 0;
    for (long size : sizes) {
      inverse += 1.0 / size;
    }
    double h = Harmonic.number(total - 1);
    double g = Harmonic.paired(total);
    double a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverse;
    double b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
    double c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverse;
    double d = (2 * h + 6) * k * k - 4 * h * k;
    // Divided by N³ throughout, so that no power overflows.
    double top = a + (b + (c + 4 * h + d / total) / total) / total;
    return top / ((1 - 1 / total) * (1 - 2 / total) * (1 - 3 / total));
  }

  private static double checkedTotal(long[] sizes) {
    long total = Checks.total(sizes);
    for (long size : sizes) {
      if (size == 0) {
        throw new IllegalArgumentException("sample of 0 values: leave out empty samples");
      }
    }
    if (sizes.length < 2 || total < 4) {
      throw new IllegalArgumentException(
          "%s samples of %s values in all: give at least 2 samples and 4 values"
              .formatted(sizes.length, total));
    }
    return total;
  }
}
