package io.nightaudit.metrics.distance;

/**
 * How counts become shares, which decides what an empty bin means to a logarithm.
 *
 * <p>With counts a that sum to n over the B bins that at least one side uses. Rules that add to the
 * counts vanish with n; a rule that replaces shares does not.
 */
public enum Smoothing {
  /**
   * Shares as they are, a/n. The stability index and the Kullback–Leibler divergence are infinite
   * if a bin is empty on one side. As Deequ.
   */
  NONE {
    @Override
    double[] shares(long[] counts, double total) {
      return added(counts, total, 0);
    }
  },

  /**
   * Jeffreys' prior: (a + ½)/(n + B/2). The default where a logarithm needs it: deterministic, the
   * same for both sides, sums to 1. Source: H. Jeffreys, Proc. Royal Society A 186, 1946,
   * doi:10.1098/rspa.1946.0056.
   */
  JEFFREYS {
    @Override
    double[] shares(long[] counts, double total) {
      return added(counts, total, 0.5);
    }
  },

  /** Laplace's rule of succession: (a + 1)/(n + B). Sums to 1. */
  LAPLACE {
    @Override
    double[] shares(long[] counts, double total) {
      return added(counts, total, 1);
    }
  },

  /**
   * A share of 0 becomes 0.0001, or a millionth of the smallest other share of that side if that is
   * 0.0001 or less; the others stay, so they sum to more than 1. As Evidently, for comparison.
   */
  SMALL_SHARE {
    @Override
    double[] shares(long[] counts, double total) {
      double[] shares = added(counts, total, 0);
      double smallest = Double.POSITIVE_INFINITY;
      for (double share : shares) {
        smallest = share > 0 ? Math.min(smallest, share) : smallest;
      }
      double fill = smallest <= 1e-4 ? smallest / 1e6 : 1e-4;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = shares[i] == 0 ? fill : shares[i];
      }
      return shares;
    }
  };

  /** Shares of the bins that are used. */
  abstract double[] shares(long[] counts, double total);

  private static double[] added(long[] counts, double total, double pseudoCount) {
    double[] shares = new double[counts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (counts[i] + pseudoCount) / (total + pseudoCount * counts.length);
    }
    return shares;
  }
}
