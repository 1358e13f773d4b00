package io.nightaudit.metrics.significance;

/**
 * Result of a two-sided test.
 *
 * @param statistic the standardised difference; positive if current is above reference
 * @param degreesOfFreedom of Student's t; +∞ for a normal statistic
 * @param pValue probability of a statistic at least as far from 0 by chance, 0 to 1; NaN if there
 *     are too few values
 */
public record TestResult(double statistic, double degreesOfFreedom, double pValue) {
  static TestResult tooFewValues() {
    return new TestResult(Double.NaN, Double.NaN, Double.NaN);
  }
}
