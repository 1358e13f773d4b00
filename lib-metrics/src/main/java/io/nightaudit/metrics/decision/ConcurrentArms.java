package io.nightaudit.metrics.decision;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * One night's difference between two releases that served side by side, at one mix of strata.
 *
 * <p>d = Σ π_s (m_candidate,s − m_baseline,s) with variance Σ π_s² (v_c/n_c + v_b/n_b) + τ², π the
 * shares of the strata. What the day did to both cancels.
 *
 * <ul>
 *   <li>A stratum with fewer than two values on a side is left out, its share goes to the others in
 *       proportion; {@code coverage} says what is left. Nothing left: effect and variance NaN.
 *   <li>A variance of values below {@code leastVariance} counts as that: a night on which every
 *       answer was right is no proof without error.
 * </ul>
 *
 * <p>Source: D. Holt and T. M. F. Smith, Post stratification, J. R. Statist. Soc. A 142(1), 1979.
 *
 * @param effect candidate minus baseline, in the unit of the values
 * @param variance sampling variance of the effect
 * @param coverage share of the mix whose strata have values on both sides, 0 to 1
 */
public record ConcurrentArms(double effect, double variance, double coverage) {

  /**
   * The night's difference.
   *
   * @param mix shares of the strata, of any sum
   * @param candidate moments of the candidate's strata
   * @param baseline moments of the baseline's strata
   * @param armVariance τ², what arms of one release differ by on one night beyond chance, at least
   *     0
   * @param leastVariance least variance of a single value, at least 0
   */
  public static ConcurrentArms of(
      double[] mix,
      List<StratumMoments> candidate,
      List<StratumMoments> baseline,
      double armVariance,
      double leastVariance) {
    check(mix, candidate, baseline, armVariance, leastVariance);
    double all = 0;
    double present = 0;
    double effect = 0;
    double variance = 0;
    for (int s = 0; s < mix.length; s++) {
      StratumMoments here = candidate.get(s);
      StratumMoments there = baseline.get(s);
      all += mix[s];
      if (here.n() >= 2 && there.n() >= 2) {
        present += mix[s];
        effect += mix[s] * (here.mean() - there.mean());
        variance += mix[s] * mix[s] * (ofMean(here, leastVariance) + ofMean(there, leastVariance));
      }
    }
    return present == 0
        ? new ConcurrentArms(Double.NaN, Double.NaN, 0)
        : new ConcurrentArms(
            effect / present, variance / present / present + armVariance, present / all);
  }

  private static double ofMean(StratumMoments moments, double leastVariance) {
    return Math.max(leastVariance, moments.variance()) / moments.n();
  }

  /**
   * Probability of arm sizes as uneven as these if rows were assigned with the wanted share; 1 for
   * no rows. A tiny one says that the assignment is broken and the comparison with it.
   *
   * @param candidate rows of the candidate
   * @param baseline rows of the baseline
   * @param share wanted share of the candidate, in (0, 1)
   */
  public static double sampleRatioProbability(long candidate, long baseline, double share) {
    if (candidate < 0 || baseline < 0 || !(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "%s and %s rows with a share of %s: give counts from 0 up and a share between 0 and 1"
              .formatted(candidate, baseline, share));
    }
    double all = (double) candidate + baseline;
    if (all == 0) {
      return 1;
    }
    double excess = candidate - share * all;
    double statistic = excess * excess / (share * (1 - share) * all);
    return ChiSquaredDistribution.of(1).survivalProbability(statistic);
  }

  private static void check(
      double[] mix,
      List<StratumMoments> candidate,
      List<StratumMoments> baseline,
      double armVariance,
      double leastVariance) {
    if (mix.length != candidate.size() || mix.length != baseline.size()) {
      throw new IllegalArgumentException(
          "%s shares, %s and %s strata: give one of each per stratum"
              .formatted(mix.length, candidate.size(), baseline.size()));
    }
    for (double share : mix) {
      requireFrom(share, "share");
    }
    requireFrom(armVariance, "armVariance");
    requireFrom(leastVariance, "leastVariance");
  }

  private static void requireFrom(double value, String name) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be a finite number from 0 up. Provided: %s".formatted(name, value));
    }
  }
}
