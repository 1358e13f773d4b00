package io.nightaudit.metrics.significance;

/**
 * Test that a population stability index is above what is negligible, for samples of any size.
 *
 * <p>If the true PSI is δ, the measured PSI divided by f = 1/n + 1/m follows a noncentral
 * chi-square distribution with B−1 degrees of freedom and noncentrality δ/f. P-values from 0 to 1,
 * small means above δ; unlike the test of equality it does not reject every harmless change of a
 * large sample. With δ = 0 it is the chi-square test.
 *
 * <ul>
 *   <li>All results NaN if a sample is empty.
 *   <li>Good if each bin expects at least five counts on both sides and the PSI is below 0.5.
 *   <li>δ/f above 10¹⁰: refused, there compare the PSI with δ directly.
 * </ul>
 *
 * <p>Source: B. Yurdakul and J. Naranjo, J. Risk Model Validation 14(4), 2020, doi
 * 10.21314/JRMV.2020.227, for the law of PSI; the shifted null hypothesis as in K. R. Murphy and B.
 * Myors, J. Applied Psychology 84, 1999, doi 10.1037/0021-9010.84.2.234; SciPy {@code
 * stats.ncx2.sf(psi / f, B - 1, delta / f)}.
 *
 * @param bins B, at least 2
 * @param reference n, counts of the reference in all bins
 * @param current m, counts of current in all bins
 * @param negligible δ, the largest PSI that does not matter, from 0 up
 */
public record MinimumEffectTest(int bins, long reference, long current, double negligible) {
  public MinimumEffectTest {
    if (bins < 2) {
      throw new IllegalArgumentException(
          bins + " bins: give at least 2, one bin holds everything in both samples");
    }
    Checks.sizes(reference, current);
    Checks.notNegative("negligible PSI", negligible);
  }

  /** Probability of a PSI at least as large if the true one is δ. */
  public double pValue(double psi) {
    if (isEmpty()) {
      return Double.NaN;
    }
    Checks.notNegative("PSI", psi);
    return exceedance(psi, negligible);
  }

  /** Smallest PSI whose p-value is at most α, always above δ for small α. */
  public double significantPsi(double alpha) {
    Checks.share("alpha", alpha);
    return isEmpty() ? Double.NaN : measuredAt(negligible).upperQuantile(alpha) * inverseSizes();
  }

  /** Probability that the test rejects at level α if the true PSI is as given. */
  public double power(double alpha, double truePsi) {
    Checks.share("alpha", alpha);
    Checks.notNegative("true PSI", truePsi);
    return isEmpty() ? Double.NaN : exceedance(significantPsi(alpha), truePsi);
  }

  /** Probability of a measured PSI at or above a limit if the true one is as given. */
  double exceedance(double limit, double truePsi) {
    return measuredAt(truePsi).survival(limit / inverseSizes());
  }

  boolean isEmpty() {
    return reference == 0 || current == 0;
  }

  /** f = 1/n + 1/m: what one unit of chi-square is in PSI. */
  double inverseSizes() {
    return 1.0 / reference + 1.0 / current;
  }

  private NoncentralChiSquare measuredAt(double psi) {
    return new NoncentralChiSquare(bins - 1.0, psi / inverseSizes());
  }
}
