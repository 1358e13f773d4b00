package io.nightaudit.metrics.interval;

/**
 * Mean of a label that few rows have, from the labels and from a judge who scored many rows: PPI++.
 *
 * <p>λ = Cov_n(Y, Ŷ) / ((1 + n/N) Var_{n+N}(Ŷ)), cut to [0, 1]; estimate = mean_n(Y) + λ (mean_N(Ŷ)
 * − mean_n(Ŷ)); error² = λ² Var_N(Ŷ)/N + Var_n(Y − λŶ)/n. The interval is estimate ± error times
 * the normal quantile, or Student's t(n−1) below 100 labels. In the unit of the label; not cut to
 * its range. λ says how much the judge is trusted: 0 not at all, which leaves the labels alone.
 *
 * <ul>
 *   <li>Divisors are those of the reference: n for Cov_n and Var_n, N for Var_N, n + N − 1 for
 *       Var_{n+N}, whatever the divisors of the arguments.
 *   <li>Fewer than two rows with a judge's score alone, or a judge who always says the same: λ = 0.
 *   <li>Fewer than two labels: λ = 0, error NaN, interval (−∞, ∞); without labels the estimate is
 *       NaN.
 *   <li>Labels must be drawn at random from what the judge scored, and one judge version is one
 *       estimate. With 100 or more labels a 95 % interval holds a rate of 0.8 in 93–95 % of the
 *       cases, with 50 in 90–94 %, with 20 in 77–92 %, the less the better the judge: print from
 *       100 labels on.
 * </ul>
 *
 * <p>Source: A. N. Angelopoulos, J. C. Duchi and T. Zrnic, PPI++, 2023, arXiv 2311.01453; Python
 * {@code ppi_py.ppi_mean_ci}.
 *
 * @param estimate of the mean label
 * @param standardError its standard error
 * @param lambda weight of the judge, 0 to 1
 * @param interval of the mean label
 */
public record PredictionPoweredMean(
    double estimate, double standardError, double lambda, Interval interval) {

  /** From this many labels on the normal quantile is close enough. */
  private static final long MANY_LABELS = 100;

  /**
   * Estimate from labelled pairs (a = label Y, b = judge's score Ŷ) and rows with a score alone.
   *
   * @param labelled moments of the rows with label and score
   * @param judged N, number of other rows with a score
   * @param judgedMean mean of their scores
   * @param judgedVariance variance of their scores, divisor N−1
   */
  public static PredictionPoweredMean of(
      PairMoments labelled,
      long judged,
      double judgedMean,
      double judgedVariance,
      double confidence) {
    Moments.check(judged, judgedMean, judgedVariance);
    Interval.checkConfidence(confidence);
    if (labelled.n() < 2) {
      double mean = labelled.n() == 0 ? Double.NaN : labelled.meanA();
      return new PredictionPoweredMean(mean, Double.NaN, 0, Interval.anything(confidence));
    }
    if (judged < 2) {
      return weighted(labelled, 0, 0, 0, confidence);
    }
    double lambda = lambda(labelled, judged, judgedMean, judgedVariance);
    double correction = lambda * (judgedMean - labelled.meanB());
    double judgedError = lambda * lambda * judgedVariance * ((judged - 1.0) / judged) / judged;
    return weighted(labelled, lambda, correction, judgedError, confidence);
  }

  private static PredictionPoweredMean weighted(
      PairMoments labelled,
      double lambda,
      double correction,
      double judgedError,
      double confidence) {
    double n = labelled.n();
    double rest =
        labelled.varianceA()
            - 2 * lambda * labelled.covariance()
            + lambda * lambda * labelled.varianceB();
    double error = Math.sqrt(judgedError + Math.max(0, rest) * ((n - 1) / n) / n);
    double quantile =
        n < MANY_LABELS ? Quantiles.student(n - 1, confidence) : Quantiles.normal(confidence);
    double estimate = labelled.meanA() + correction;
    return new PredictionPoweredMean(
        estimate, error, lambda, Interval.around(estimate, quantile * error, confidence));
  }

  private static double lambda(
      PairMoments labelled, double judged, double judgedMean, double judgedVariance) {
    double n = labelled.n();
    double shift = judgedMean - labelled.meanB();
    double squares =
        (n - 1) * labelled.varianceB()
            + (judged - 1) * judgedVariance
            + n / (n + judged) * judged * shift * shift;
    double pooled = squares / (n + judged - 1);
    if (pooled == 0) {
      return 0;
    }
    double lambda = labelled.covariance() * ((n - 1) / n) / ((1 + n / judged) * pooled);
    return Math.max(0, Math.min(1, lambda));
  }
}
