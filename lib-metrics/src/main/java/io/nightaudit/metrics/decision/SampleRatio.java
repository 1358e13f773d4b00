package io.nightaudit.metrics.decision;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether arms received the traffic that they were meant to: a contrast of arms that did not is
 * worth nothing.
 *
 * <p>p-value of X² = Σ (O−E)²/E with as many degrees of freedom as arms less one. In [0, 1]; small
 * values mean that the assignment or its logging is broken, usual limits are 0.001 and below.
 *
 * <ul>
 *   <li>No counts at all: NaN.
 *   <li>Fewer than two arms, a negative count, a share that is not a finite number above 0:
 *       IllegalArgumentException.
 * </ul>
 *
 * Source: A. Fabijan et al., Diagnosing sample ratio mismatch in online controlled experiments, KDD
 * 2019, doi 10.1145/3292500.3330722; SciPy {@code stats.chisquare}.
 */
public final class SampleRatio {
  private SampleRatio() {}

  /**
   * Tests counts against planned shares.
   *
   * @param counts of each arm
   * @param shares planned for each arm, of any sum
   */
  public static double pValue(long[] counts, double[] shares) {
    check(counts, shares);
    double all = 0;
    double allShares = 0;
    for (int arm = 0; arm < counts.length; arm++) {
      all += counts[arm];
      allShares += shares[arm];
    }
    if (all == 0) {
      return Double.NaN;
    }
    double statistic = 0;
    for (int arm = 0; arm < counts.length; arm++) {
      double expected = all * (shares[arm] / allShares);
      statistic += (counts[arm] - expected) * ((counts[arm] - expected) / expected);
    }
    return ChiSquaredDistribution.of(counts.length - 1.0).survivalProbability(statistic);
  }

  private static void check(long[] counts, double[] shares) {
    if (counts.length < 2 || counts.length != shares.length) {
      throw new IllegalArgumentException(
          counts.length
              + " counts, "
              + shares.length
              + " shares: give one each for two arms or more");
    }
    for (int arm = 0; arm < counts.length; arm++) {
      if (counts[arm] < 0 || !(shares[arm] > 0 && shares[arm] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "arm %s has count %s, share %s: give a count from 0 up and a finite share above 0"
                .formatted(arm, counts[arm], shares[arm]));
      }
    }
  }
}
