package io.nightaudit.metrics.distance;

import java.math.BigInteger;

/**
 * Two-sample Cramér–von Mises statistic T: how far the ranks of each sample are from those it would
 * have alone.
 *
 * <p>T = U/(nm(n+m)) − (4nm−1)/(6(n+m)) with U = n Σ(rᵢ−i)² + m Σ(sⱼ−j)², r and s being the ranks
 * in both samples together, ascending, with the mid-rank for equal values. No unit, growing with
 * the difference, 0 or more but for ties. If nothing has changed its mean is (1 + 1/N)/6 with N = n
 * + m, whatever the sample size. Without ties T equals the {@link #integral}.
 *
 * <ul>
 *   <li>NaN if either side is empty.
 *   <li>Ties: samples of unequal sizes get a large T although nothing has changed, at worst
 *       (n−m)²(N²−1)/(12nmN) for a single value. Take the {@link #integral} of tied values.
 *   <li>The sums are exact integers of any size, so large samples lose nothing by cancellation.
 * </ul>
 *
 * <p>Source: T. W. Anderson, Annals of Mathematical Statistics 33(3), 1962,
 * doi:10.1214/aoms/1177704477; as SciPy {@code stats.cramervonmises_2samp}.
 */
public final class CramerVonMises {
  private CramerVonMises() {}

  /** T of the two samples. */
  public static double statistic(TiedCounts counts) {
    if (counts.oneSideEmpty()) {
      return Double.NaN;
    }
    BigInteger n = BigInteger.valueOf(counts.referenceTotal);
    BigInteger m = BigInteger.valueOf(counts.currentTotal);
    BigInteger product = n.multiply(m);
    BigInteger squares =
        n.multiply(squares(counts.reference, counts.current))
            .add(m.multiply(squares(counts.current, counts.reference)));
    // 12 U − 2nm (4nm − 1) over 12 nm (n + m).
    BigInteger expected = product.shiftLeft(2).subtract(BigInteger.ONE).multiply(product);
    BigInteger divisor = product.multiply(n.add(m)).multiply(BigInteger.valueOf(12));
    return squares.subtract(expected.shiftLeft(1)).doubleValue() / divisor.doubleValue();
  }

  /**
   * nm/N ∫(F−G)² dH = nm/N² Σ(F−G)² over all N values, H being the shares of both sides together: T
   * where no values are equal, and 0 for equal shares also where they are. From 0 up; NaN if either
   * side is empty.
   */
  public static double integral(TiedCounts counts) {
    if (counts.oneSideEmpty()) {
      return Double.NaN;
    }
    double n = counts.referenceTotal;
    double m = counts.currentTotal;
    double[] differences = counts.differences();
    double sum = 0;
    for (int i = 0; i < differences.length; i++) {
      double share = ((double) counts.reference[i] + counts.current[i]) / (n + m);
      sum += share * differences[i] * differences[i];
    }
    return sum * n / (n + m) * m;
  }

  /**
   * 12 Σ(rᵢ−i)² of one sample. In a group of a equal values with b of the other sample, and C of
   * the other below, that is 3a(2C+b)² + a(a²−1).
   */
  private static BigInteger squares(long[] own, long[] other) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger below = BigInteger.ZERO;
    for (int i = 0; i < own.length; i++) {
      BigInteger a = BigInteger.valueOf(own[i]);
      BigInteger b = BigInteger.valueOf(other[i]);
      BigInteger shift = below.shiftLeft(1).add(b);
      BigInteger inner = shift.multiply(shift).multiply(BigInteger.valueOf(3)).add(a.multiply(a));
      sum = sum.add(a.multiply(inner.subtract(BigInteger.ONE)));
      below = below.add(b);
    }
    return sum;
  }
}
