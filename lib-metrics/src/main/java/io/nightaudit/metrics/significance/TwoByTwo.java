package io.nightaudit.metrics.significance;

/**
 * Successes and trials of two samples for the exact tests.
 *
 * @param s1 successes of current
 * @param n1 trials of current
 * @param s0 successes of reference
 * @param n0 trials of reference
 */
record TwoByTwo(int s1, int n1, int s0, int n0) {
  /** Above so many trials the exact tests are slow and say what the normal statistic says. */
  static final long LIMIT = 1000;

  /** Statistics that differ by rounding only are equally extreme. */
  private static final double TIE = 1e-9;

  static TwoByTwo of(long s1, long n1, long s0, long n0) {
    Checks.trials(s1, n1);
    Checks.trials(s0, n0);
    if (n1 > LIMIT || n0 > LIMIT - n1) {
      throw new IllegalArgumentException(
          "%s and %s trials are more than %s together: use TwoProportionTest"
              .formatted(n1, n0, LIMIT));
    }
    return new TwoByTwo((int) s1, (int) n1, (int) s0, (int) n0);
  }

  boolean hasEmptySample() {
    return n1 == 0 || n0 == 0;
  }

  double fisher(Alternative alternative) {
    return CountDistribution.hypergeometric(s1 + s0, n1, n0).pValue(alternative, s1);
  }

  /** Fisher's p-value of every table with these trials, by successes of current and reference. */
  double[][] allFisher(Alternative alternative) {
    double[][] all = new double[n1 + 1][n0 + 1];
    for (int successes = 0; successes <= n1 + n0; successes++) {
      CountDistribution tables = CountDistribution.hypergeometric(successes, n1, n0);
      double[] p = tables.pValues(alternative);
      for (int i = 0; i < p.length; i++) {
        int s = tables.first() + i;
        all[s][successes - s] = p[i];
      }
    }
    return all;
  }

  /** The pooled z of a table with these trials. */
  double pooled(int successes, int others) {
    return TwoProportionTest.statistic(successes, n1, others, n0);
  }

  /** How extreme so many successes of current and reference are. */
  interface Extremeness {
    double of(int successes, int others);
  }

  /** Largest probability of a table at least as extreme as this one, over all common rates. */
  double unconditional(Extremeness extremeness) {
    double observed = extremeness.of(s1, s0);
    double least = observed - TIE * Math.abs(observed);
    boolean[][] extreme = new boolean[n1 + 1][n0 + 1];
    for (int i = 0; i <= n1; i++) {
      for (int j = 0; j <= n0; j++) {
        extreme[i][j] = extremeness.of(i, j) >= least;
      }
    }
    return CommonRate.largestProbability(extreme);
  }
}
