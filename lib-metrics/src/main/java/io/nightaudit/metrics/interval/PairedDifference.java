package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a mean difference of pairs, first minus second: the same question answered
 * by two releases.
 *
 * <p>What both sides of a pair have in common cancels, so with pairs that are alike it is narrower
 * than the interval of two independent samples. In the unit of the values.
 *
 * <ul>
 *   <li>Fewer than two pairs: nothing is known, (−∞, ∞) or [−1, 1].
 *   <li>No pair differs: the difference itself for means, a width above 0 for shares.
 *   <li>Shares of 50 pairs, of which 10 to 40 % differ: an interval of 95 % holds the difference in
 *       93.8 to 97.5 % of the cases.
 * </ul>
 *
 * <p>Source of the interval of shares: A. Agresti and Y. Min, Statistics in Medicine 24, 2005, doi
 * 10.1002/sim.1781.
 */
public final class PairedDifference {
  private PairedDifference() {}

  /** Student's interval: d̄ ± t(n−1) √(s²_d/n). */
  public static Interval ofMeans(PairMoments pairs, double confidence) {
    return pairs.n() < 2
        ? Interval.anything(confidence)
        : MeanInterval.of(pairs.n(), difference(pairs), variance(pairs), confidence);
  }

  /**
   * Of values from 0 to 1: Wald's interval after half a pair was added to each of the four kinds of
   * pairs of yes and no, d̃ ± z√(ṽ/ñ) with ñ = n + 2, d̃ = Σd/ñ and ṽ = (Σd² + 1)/ñ − d̃², cut at
   * −1 and 1.
   */
  public static Interval ofShares(PairMoments pairs, double confidence) {
    Interval.checkConfidence(confidence);
    if (pairs.n() < 2) {
      return new Interval(-1, 1, confidence);
    }
    double size = pairs.n() + 2.0;
    double mean = difference(pairs) * pairs.n() / size;
    double squares =
        variance(pairs) * (pairs.n() - 1) + difference(pairs) * difference(pairs) * pairs.n();
    double spread = Math.max(0, (squares + 1) / size - mean * mean);
    double half = Quantiles.normal(confidence) * Math.sqrt(spread / size);
    return new Interval(Math.max(-1, mean - half), Math.min(1, mean + half), confidence);
  }

  private static double difference(PairMoments pairs) {
    return pairs.meanA() - pairs.meanB();
  }

  private static double variance(PairMoments pairs) {
    return Math.max(0, pairs.varianceA() + pairs.varianceB() - 2 * pairs.covariance());
  }
}
