package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square test that counts follow given proportions.
 *
 * <p>X² = Σ (O−E)²/E with E the proportions scaled to the total of the counts; df = bins − 1. From
 * 0 up, large is unusual; p from 0 to 1. Takes the proportions for known: if they were counted too,
 * homogeneity is the right question and this p-value is too small.
 *
 * <ul>
 *   <li>No counts or no proportions: NaN.
 *   <li>Bins that are 0 on both sides do not count; one bin left: X² = 0, df = 0, p = 1.
 *   <li>A count where 0 is expected: X² infinite, p = 0.
 * </ul>
 *
 * <p>Source: K. Pearson, Phil. Mag. 50, 1900, doi 10.1080/14786440009463897; SciPy {@code
 * stats.chisquare(current, reference / sum(reference) * sum(current))}.
 */
public final class GoodnessOfFitTest {
  private GoodnessOfFitTest() {}

  /** Tests the counts of current against the proportions of reference. */
  public static TestResult of(long[] current, long[] reference) {
    Checks.sameBins(current, reference);
    double total = Checks.total(current);
    double weights = Checks.total(reference);
    if (total == 0 || weights == 0) {
      return TestResult.tooFewValues();
    }
    double statistic = 0;
    int used = 0;
    for (int i = 0; i < current.length; i++) {
      if (current[i] > 0 || reference[i] > 0) {
        double expected = total * (reference[i] / weights);
        double difference = current[i] - expected;
        statistic += difference * difference / expected;
        used++;
      }
    }
    double freedom = used - 1.0;
    return new TestResult(statistic, freedom, pValue(statistic, freedom));
  }

  static double pValue(double statistic, double freedom) {
    return freedom == 0 ? 1 : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
  }
}
