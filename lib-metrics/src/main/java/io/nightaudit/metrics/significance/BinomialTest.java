package io.nightaudit.metrics.significance;

/**
 * Exact test that a rate equals a given probability.
 *
 * <p>P-value: binomial probability of all counts at most as likely as the observed one (two-sided)
 * or at least as far in the direction; from 0 to 1, small is unusual. Statistic: the observed rate.
 *
 * <ul>
 *   <li>No trials: NaN.
 *   <li>Probability 0 or 1: p = 1 if all trials agree, else 0 (one-sided by direction).
 *   <li>More than 1,000,000 trials: refused; read a confidence interval of the rate.
 * </ul>
 *
 * Source: C. J. Clopper and E. S. Pearson, Biometrika 26, 1934, doi 10.1093/biomet/26.4.404; SciPy
 * {@code stats.binomtest}.
 */
public final class BinomialTest {
  private static final int LIMIT = 1_000_000;

  private BinomialTest() {}

  /** Tests successes in trials, as current, against a known probability, as reference. */
  public static TestResult of(
      Alternative alternative, long successes, long trials, double probability) {
    Checks.trials(successes, trials);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability " + probability + " is not between 0 and 1: give a share, not percent");
    }
    if (trials > LIMIT) {
      throw new IllegalArgumentException(
          "%s trials are more than %s: use a confidence interval of the rate"
              .formatted(trials, LIMIT));
    }
    if (trials == 0) {
      return TestResult.tooFewValues();
    }
    CountDistribution counts = CountDistribution.binomial((int) trials, probability);
    double p = counts.pValue(alternative, (int) successes);
    return TestResult.exact((double) successes / trials, p);
  }
}
