package io.nightaudit.metrics.significance;

/**
 * Result of a test.
 *
 * @param statistic as the test defines it; a standardised difference is positive if current is
 *     above reference; NaN if the sample does not determine it
 * @param degreesOfFreedom of Student's t or chi-square; +∞ for a normal statistic; NaN for an exact
 *     test, which has none
 * @param pValue probability of a statistic at least as extreme by chance, 0 to 1; NaN if there are
 *     too few values
 */
public record TestResult(double statistic, double degreesOfFreedom, double pValue) {
  static TestResult tooFewValues() {
    return new TestResult(Double.NaN, Double.NaN, Double.NaN);
  }

  static TestResult exact(double statistic, double pValue) {
    // Sums of many probabilities may end an ulp above 1.
    return new TestResult(statistic, Double.NaN, Math.min(1, pValue));
  }
}
