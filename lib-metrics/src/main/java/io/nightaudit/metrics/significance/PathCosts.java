package io.nightaudit.metrics.significance;

import java.util.Arrays;

/**
 * How many of all orders of two samples have which cost, the sum of (i·L/n − j·L/m)² along the path
 * of the pooled sample with L the least common multiple of n and m.
 *
 * <p>The cost is a multiple of the Cramér–von Mises statistic. Source: Y. Xiao, A. Gordon and A.
 * Yakovlev, J. Stat. Softw. 17(8), 2006, doi 10.18637/jss.v017.i08.
 */
record PathCosts(int n, int m, Costs costs) {
  /** Ascending costs and the number of paths of each; whole numbers below 2^53. */
  record Costs(long[] values, double[] paths) {
    static final Costs NONE = new Costs(new long[0], new double[0]);

    Costs plus(Costs other, long step) {
      long[] sums = new long[values.length + other.values.length];
      double[] counts = new double[sums.length];
      int size = 0;
      for (int a = 0, b = 0; a < values.length || b < other.values.length; size++) {
        boolean takesA =
            b == other.values.length || (a < values.length && values[a] <= other.values[b]);
        boolean takesB =
            a == values.length || (b < other.values.length && other.values[b] <= values[a]);
        sums[size] = step + (takesA ? values[a] : other.values[b]);
        counts[size] = (takesA ? paths[a++] : 0) + (takesB ? other.paths[b++] : 0);
      }
      return new Costs(Arrays.copyOf(sums, size), Arrays.copyOf(counts, size));
    }
  }

  static PathCosts of(int n, int m) {
    long common = leastCommonMultiple(n, m);
    Costs[] row = new Costs[m + 1];
    Arrays.fill(row, Costs.NONE);
    for (int i = 0; i <= n; i++) {
      Costs left = i == 0 ? new Costs(new long[] {0}, new double[] {1}) : Costs.NONE;
      for (int j = 0; j <= m; j++) {
        long difference = i * (common / n) - j * (common / m);
        row[j] = row[j].plus(left, difference * difference);
        left = row[j];
      }
    }
    return new PathCosts(n, m, row[m]);
  }

  /** Share of the orders whose statistic T is at least the given one. */
  double tail(double statistic) {
    double total = (double) n + m;
    double common = leastCommonMultiple(n, m);
    double cost = statistic * common * common * total * total / ((double) n * m);
    // A whole number without ties; the small addition undoes the rounding of T.
    double bound = Math.floor(cost + 1e-6);
    double above = 0;
    double all = 0;
    for (int i = 0; i < costs.values().length; i++) {
      all += costs.paths()[i];
      above += costs.values()[i] >= bound ? costs.paths()[i] : 0;
    }
    return above / all;
  }

  private static long leastCommonMultiple(int a, int b) {
    int x = a;
    int y = b;
    while (y != 0) {
      int rest = x % y;
      x = y;
      y = rest;
    }
    return (long) a / x * b;
  }
}
