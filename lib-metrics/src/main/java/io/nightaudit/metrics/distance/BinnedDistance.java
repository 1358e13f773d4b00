package io.nightaudit.metrics.distance;

/**
 * Distance between two distributions over the same bins, given as counts.
 *
 * <p>With shares p of the reference and q of the current counts, n and m counts, B bins used by at
 * least one side and f = 1/n + 1/m. All grow with the difference and none has a direction. Range
 * and unit are those of each constant; a noise floor has the unit of its distance and is from 0 up.
 *
 * <ul>
 *   <li>NaN if either side is empty.
 *   <li>0 if the shares are equal (for the smoothed distances: if the counts are proportional, 0 up
 *       to the smoothing).
 *   <li>Bins that are empty on both sides do not count. One used bin: distance and floor are 0.
 *   <li>Bins empty on one side: finite, except with {@link Smoothing#NONE}, where the stability
 *       index is infinite, and the Kullback–Leibler divergence if the empty side is the reference.
 *   <li>Negative counts or rows of different length: refused. A row that sums to more than 2^63 −
 *       1: an ArithmeticException.
 *   <li>Merging bins never increases a distance that is not smoothed, except the largest
 *       difference, which adds up where two bins move the same way. With Jeffreys' half per bin it
 *       may, by as much as the smoothing.
 * </ul>
 *
 * <p>Near "no change" all divergences here are the same chi-square statistic X² = Σ(q−p)²/p in
 * another scale, and X²/f has B−1 degrees of freedom; hence the noise floors. Source: B. Yurdakul
 * and J. Naranjo, Statistical properties of the population stability index, Journal of Risk Model
 * Validation 14(4), 2020; F. Österreicher and I. Vajda, Ann. Inst. Statist. Math. 55, 2003.
 */
public enum BinnedDistance {
  /**
   * Population stability index Σ(q−p) ln(q/p), in nats, from 0 up.
   *
   * <p>Smoothed by {@link Smoothing#JEFFREYS} unless told otherwise, so an empty bin on one side is
   * finite and the effect of smoothing vanishes with n. Symmetric. Floor (B−1) f.
   */
  POPULATION_STABILITY_INDEX(Smoothing.JEFFREYS) {
    @Override
    double measure(double[] p, double[] q) {
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum += (q[i] - p[i]) * StrictMath.log(q[i] / p[i]);
      }
      return sum;
    }

    @Override
    double floor(BinnedShares shares, double n, double m) {
      return (shares.bins() - 1) * shares.inverseSizes();
    }
  },

  /**
   * Kullback–Leibler divergence of current from reference Σ q ln(q/p), in nats, from 0 up, smoothed
   * by {@link Smoothing#JEFFREYS} unless told otherwise. Not symmetric. Floor (B−1) f / 2.
   */
  KULLBACK_LEIBLER(Smoothing.JEFFREYS) {
    @Override
    double measure(double[] p, double[] q) {
      return Math.max(0, divergence(q, p));
    }

    @Override
    double floor(BinnedShares shares, double n, double m) {
      return (shares.bins() - 1) * shares.inverseSizes() / 2;
    }
  },

  /**
   * Jensen–Shannon distance √(½ KL(p‖r) + ½ KL(q‖r)) with r = (p+q)/2 and logarithms to base 2,
   * from 0 (equal) to 1 (disjoint).
   *
   * <p>The floor is that of the distance: the root of the expected divergence, (B−1) f / 8 nats
   * turned into bits. By Jensen's inequality it lies a little above the expected distance.
   */
  JENSEN_SHANNON(Smoothing.NONE) {
    @Override
    double measure(double[] p, double[] q) {
      double[] middle = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        middle[i] = (p[i] + q[i]) / 2;
      }
      double nats = (divergence(p, middle) + divergence(q, middle)) / 2;
      return Math.min(1, Math.sqrt(Math.max(0, nats) / LN_2));
    }

    @Override
    double floor(BinnedShares shares, double n, double m) {
      return Math.sqrt((shares.bins() - 1) * shares.inverseSizes() / 8 / LN_2);
    }
  },

  /**
   * Hellinger distance √(1 − Σ√(pq)), from 0 to 1. Floor √((B−1) f / 8), the root of the expected
   * square.
   */
  HELLINGER(Smoothing.NONE) {
    @Override
    double measure(double[] p, double[] q) {
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        double difference = Math.sqrt(p[i]) - Math.sqrt(q[i]);
        sum += difference * difference;
      }
      return Math.sqrt(sum / 2);
    }

    @Override
    double floor(BinnedShares shares, double n, double m) {
      return Math.sqrt((shares.bins() - 1) * shares.inverseSizes() / 8);
    }
  },

  /**
   * Total variation ½ Σ|p−q|, from 0 to 1: the share that would have to move to another bin. Floor
   * ½ Σ√(2 f p(1−p)/π) with the pooled shares.
   */
  TOTAL_VARIATION(Smoothing.NONE) {
    @Override
    double measure(double[] p, double[] q) {
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum += Math.abs(p[i] - q[i]);
      }
      return sum / 2;
    }

    @Override
    double floor(BinnedShares shares, double n, double m) {
      double sum = 0;
      for (int i = 0; i < shares.bins(); i++) {
        sum += shares.nullDeviation(i, n, m);
      }
      return Math.sqrt(2 / Math.PI) * sum / 2;
    }
  },

  /**
   * Largest difference of shares max|p−q|, from 0 to 1.
   *
   * <p>Floor: mean of the largest of independent half-normal differences. Shares of one row are not
   * quite independent (for two bins not at all), so it lies above the expected value, never below.
   */
  MAXIMUM_DIFFERENCE(Smoothing.NONE) {
    @Override
    double measure(double[] p, double[] q) {
      double largest = 0;
      for (int i = 0; i < p.length; i++) {
        largest = Math.max(largest, Math.abs(p[i] - q[i]));
      }
      return largest;
    }

    @Override
    double floor(BinnedShares shares, double n, double m) {
      double[] deviations = new double[shares.bins()];
      for (int i = 0; i < deviations.length; i++) {
        deviations[i] = shares.nullDeviation(i, n, m);
      }
      return LargestHalfNormal.mean(deviations);
    }
  };

  private static final double LN_2 = StrictMath.log(2);

  private final Smoothing smoothing;

  BinnedDistance(Smoothing smoothing) {
    this.smoothing = smoothing;
  }

  /** The rule that {@link #between(long[], long[])} makes shares of counts by. */
  public Smoothing smoothing() {
    return smoothing;
  }

  /** Distance between the two rows of counts, NaN if either is empty. */
  public double between(long[] reference, long[] current) {
    return between(reference, current, smoothing);
  }

  /** Distance with another rule for empty bins, NaN if either side is empty. */
  public double between(long[] reference, long[] current, Smoothing rule) {
    BinnedShares shares = BinnedShares.of(reference, current, rule);
    return shares.oneSideEmpty() ? Double.NaN : measure(shares.reference(), shares.current());
  }

  /** Value to expect although nothing has changed, from sampling alone; NaN if a side is empty. */
  public double noiseFloor(long[] reference, long[] current) {
    BinnedShares shares = BinnedShares.of(reference, current, Smoothing.NONE);
    return shares.oneSideEmpty()
        ? Double.NaN
        : floor(shares, Counts.total(reference), Counts.total(current));
  }

  /** What the distance exceeds its noise floor by, at least 0; NaN if a side is empty. */
  public double excess(long[] reference, long[] current) {
    return Math.max(0, between(reference, current) - noiseFloor(reference, current));
  }

  abstract double measure(double[] p, double[] q);

  abstract double floor(BinnedShares shares, double n, double m);

  private static double divergence(double[] from, double[] to) {
    double sum = 0;
    for (int i = 0; i < from.length; i++) {
      if (from[i] > 0) {
        sum += from[i] * StrictMath.log(from[i] / to[i]);
      }
    }
    return sum;
  }
}
