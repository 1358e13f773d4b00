package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a ratio of two sums over the same units, Σa/Σb: cost per success, tokens
 * per second.
 *
 * <p>Delta method: R = ā/b̄ with variance (s²_a − 2R s_ab + R² s²_b)/(n b̄²); relative to R² this
 * is Var(ā)/ā² + Var(b̄)/b̄² − 2 Cov(ā, b̄)/(ā b̄). Limits use Student's t with n−1 degrees of
 * freedom. In units of a per unit of b.
 *
 * <ul>
 *   <li>Units are what was drawn independently. Where rows cluster (users, sessions), give the
 *       moments of the clusters' sums: R is the same, n the number of clusters, and the interval
 *       honest; with b = rows of a cluster it is the clustered interval of a mean.
 *   <li>Fewer than two units, or Σb not positive: nothing is known, (−∞, ∞) or [0, ∞].
 *   <li>a proportional to b: the ratio itself.
 *   <li>Skewed costs (lognormal, σ 0.8): with 20 units a 95 % interval holds the ratio in 91 %
 *       (delta) or 94 % (log) of the cases, with 200 in 95 %.
 * </ul>
 *
 * <p>Source: W. G. Cochran, Sampling Techniques, 3rd ed., 1977, sections 2.11 and 6.4; R {@code
 * survey::svyratio}.
 */
public final class RatioOfSums {
  private RatioOfSums() {}

  /** Symmetric interval R ± t(n−1) √variance. Also for a of both signs. */
  public static Interval delta(PairMoments units, double confidence) {
    Interval.checkConfidence(confidence);
    if (!known(units)) {
      return Interval.anything(confidence);
    }
    double half = Math.sqrt(residualVariance(units)) / units.meanB();
    double t = Quantiles.student(units.n() - 1.0, confidence);
    return Interval.around(ratio(units), t * half, confidence);
  }

  /** Interval R · exp(± t(n−1) √variance / R), the better one for positive a and few units. */
  public static Interval logDelta(PairMoments units, double confidence) {
    Interval.checkConfidence(confidence);
    if (!known(units) || units.meanA() <= 0) {
      return Interval.anyPositive(confidence);
    }
    double t = Quantiles.student(units.n() - 1.0, confidence);
    return Interval.aroundRatio(ratio(units), t * Math.sqrt(logVariance(units)), confidence);
  }

  /**
   * Variance of ln(Σa/Σb) by the delta method, 0 or above; the sampling variance of a daily value.
   *
   * <p>NaN with fewer than two units or unless both sums are positive.
   */
  public static double logVariance(PairMoments units) {
    if (!known(units) || units.meanA() <= 0) {
      return Double.NaN;
    }
    return residualVariance(units) / units.meanA() / units.meanA();
  }

  private static boolean known(PairMoments units) {
    return units.n() >= 2 && units.meanB() > 0;
  }

  private static double ratio(PairMoments units) {
    return units.meanA() / units.meanB();
  }

  /** Variance of the mean of a − R b; rounding may not take it below 0. */
  private static double residualVariance(PairMoments units) {
    double ratio = ratio(units);
    double variance =
        units.varianceA() - 2 * ratio * units.covariance() + ratio * ratio * units.varianceB();
    return Math.max(0, variance) / units.n();
  }
}
