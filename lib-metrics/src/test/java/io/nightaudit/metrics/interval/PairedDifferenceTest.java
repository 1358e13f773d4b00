package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  @Test
  void ofMeans_sample_equalsScipy() {
    // a = [3,1,4,1,5,9,2,6], b = [2,7,1,8,2,8,1,8]
    // scipy.stats.ttest_rel(a, b).confidence_interval(): d = -0.75, s2 = 105.5/7, t(7) = 2.364624
    PairMoments pairs = PairMoments.ofSums(8, 31, 37, 173, 251, 157);
    Interval interval = PairedDifference.ofMeans(pairs, 0.95);
    double half = 2.3646242515927844 * Math.sqrt(105.5 / 7 / 8);
    assertThat(interval.low()).isCloseTo(-0.75 - half, within(1e-12));
    assertThat(interval.high()).isCloseTo(-0.75 + half, within(1e-12));
  }

  @Test
  void ofShares_twentyUpTenDown_equalsTheFormula() {
    // N = 102; m = 10/N; v = 31/N - m*m; m -+ 1.959963984540054*(v/N)**.5
    Interval interval = PairedDifference.ofShares(yesNo(100, 20, 10), 0.95);
    assertThat(interval.low()).isCloseTo(-0.007241887382962983, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.203320318755512, within(1e-12));
  }

  @Test
  void ofShares_noneDiffers_hasAWidth() {
    Interval interval = PairedDifference.ofShares(yesNo(100, 0, 0), 0.95);
    assertThat(interval.low()).isCloseTo(-0.019215333181765236, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.019215333181765236, within(1e-12));
  }

  @Test
  void ofShares_swapped_mirrors() {
    Interval up = PairedDifference.ofShares(yesNo(60, 9, 4), 0.9);
    Interval down = PairedDifference.ofShares(yesNo(60, 4, 9), 0.9);
    assertThat(down.low()).isCloseTo(-up.high(), within(1e-15));
    assertThat(down.high()).isCloseTo(-up.low(), within(1e-15));
  }

  @Test
  void anyMethod_onePair_isUnknown() {
    PairMoments one = PairMoments.ofSums(1, 1, 0, 1, 0, 0);
    assertThat(PairedDifference.ofShares(one, 0.95)).isEqualTo(new Interval(-1, 1, 0.95));
    assertThat(PairedDifference.ofMeans(one, 0.95).low()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** The share of samples whose interval holds the difference, summed over all samples. */
  @Test
  void ofShares_fiftyPairs_holdsTheDifferenceAsOftenAsItSays() {
    for (double differ : new double[] {0.1, 0.2, 0.3, 0.4}) {
      for (double up : new double[] {0.5, 0.7, 0.9}) {
        assertThat(coverage(50, differ * up, differ * (1 - up))).isBetween(0.938, 0.976);
      }
    }
  }

  private static double coverage(int n, double up, double down) {
    double coverage = 0;
    for (int ups = 0; ups <= n; ups++) {
      for (int downs = 0; ups + downs <= n; downs++) {
        double probability =
            Math.exp(
                factorial(n)
                    - factorial(ups)
                    - factorial(downs)
                    - factorial(n - ups - downs)
                    + ups * Math.log(up)
                    + downs * Math.log(down)
                    + (n - ups - downs) * Math.log(1 - up - down));
        Interval interval = PairedDifference.ofShares(yesNo(n, ups, downs), 0.95);
        coverage += interval.contains(up - down) ? probability : 0;
      }
    }
    return coverage;
  }

  private static double factorial(int n) {
    double logarithm = 0;
    for (int i = 2; i <= n; i++) {
      logarithm += Math.log(i);
    }
    return logarithm;
  }

  /** Pairs of yes and no: so many (1, 0), so many (0, 1), the others (0, 0). */
  private static PairMoments yesNo(int n, int ups, int downs) {
    return PairMoments.ofSums(n, ups, downs, ups, downs, 0);
  }
}
