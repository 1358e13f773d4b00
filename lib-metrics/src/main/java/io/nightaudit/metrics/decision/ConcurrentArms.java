package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.attribution.DirectStandardization;
import java.util.List;

/**
 * Difference in one night between a release and the baseline that served beside it, at the mix of
 * the baseline.
 *
 * <p>d = Σ_s π_s (m_r,s − m_b,s) with variance Σ π_s² (v_r,s/n_r,s + v_b,s/n_b,s) + τ², π the
 * shares of the strata in the baseline, v variances of values, and τ² what two arms of one release
 * differ by from night to night beyond sampling. What both arms share in a night cancels. In the
 * unit of the values, release minus baseline; the nights of a release feed a {@link
 * ConfidenceSequence}.
 *
 * <ul>
 *   <li>A stratum with fewer than two values in an arm gives its weight to the others; {@code
 *       coverage} says how much weight is left.
 *   <li>No stratum left: estimate and variance NaN, coverage 0 (NaN without any baseline). Leave
 *       such a night out.
 *   <li>No spread at all, such as a rate of 1 on both sides, and τ² = 0: variance 0, which no
 *       sequence takes. τ² is the least variance of a night, so give one above 0.
 *   <li>In nights of few values the variance of a rate moves with the rate, so that weighting by
 *       its inverse draws a mean of nights towards 0 and 1.
 * </ul>
 *
 * Source: D. Holt and T. M. F. Smith, Post stratification, J. R. Statist. Soc. A 142(1), 1979, doi
 * 10.2307/2344652.
 *
 * @param estimate d
 * @param variance of d
 * @param coverage share of the weight in strata that both arms have, 0 to 1
 */
public record ConcurrentArms(double estimate, double variance, double coverage) {

  /**
   * Contrast at the mix of the baseline of the same night.
   *
   * @param release moments of its strata
   * @param baseline moments of the same strata
   * @param armVariance τ², from 0 up
   */
  public static ConcurrentArms of(
      List<StratumMoments> release, List<StratumMoments> baseline, double armVariance) {
    return of(
        baseline.stream().mapToDouble(StratumMoments::n).toArray(), release, baseline, armVariance);
  }

  /**
   * Contrast at another mix, such as that of many nights.
   *
   * @param mix weights of the strata, of any sum
   */
  public static ConcurrentArms of(
      double[] mix,
      List<StratumMoments> release,
      List<StratumMoments> baseline,
      double armVariance) {
    if (mix.length != release.size() || release.size() != baseline.size()) {
      throw new IllegalArgumentException(
          "%s weights, %s strata of the release, %s of the baseline: align them, absent ones too"
              .formatted(mix.length, release.size(), baseline.size()));
    }
    ExpectedLoss.checkFromZero("arm variance", armVariance);
    double[] differences = new double[mix.length];
    double[] variances = new double[mix.length];
    for (int s = 0; s < mix.length; s++) {
      StratumMoments r = release.get(s);
      StratumMoments b = baseline.get(s);
      differences[s] = Math.min(r.n(), b.n()) < 2 ? Double.NaN : r.mean() - b.mean();
      variances[s] = r.variance() / Math.max(1, r.n()) + b.variance() / Math.max(1, b.n());
    }
    DirectStandardization contrast = DirectStandardization.of(mix, differences, variances);
    return new ConcurrentArms(
        contrast.value(), contrast.variance() + armVariance, contrast.coverage());
  }
}
