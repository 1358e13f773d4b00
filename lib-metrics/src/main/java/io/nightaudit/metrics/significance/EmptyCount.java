package io.nightaudit.metrics.significance;

/**
 * How likely it is that nothing is counted where usually something is.
 *
 * <p>P(0) of a negative binomial with the mean m and variance s² (divisor n−1) of the usual counts:
 * (k/(k+m))^k with k = m²/(s²−m); where s² ≤ m, of a Poisson: e^−m.
 *
 * <p>A probability in [0, 1]; small values mean that the absence is unusual.
 *
 * <ul>
 *   <li>No usual counts, or all of them 0: 1.
 *   <li>One count c tells no variance: Poisson, e^−c. Equal counts: likewise.
 *   <li>A negative count: refused.
 *   <li>Sums are taken in doubles, so that counts near 2^63 do not overflow.
 * </ul>
 *
 * <p>Source: method of moments for the negative binomial, F. J. Anscombe, Biometrika 37, 1950, doi
 * 10.1093/biomet/37.3-4.358.
 */
public final class EmptyCount {
  private EmptyCount() {}

  /** The probability of a count of 0 given the counts of comparable periods. */
  public static double probability(long[] usual) {
    double mean = mean(usual);
    if (mean == 0) {
      return 1;
    }
    double excess = variance(usual, mean) - mean;
    if (excess <= 0) {
      return StrictMath.exp(-mean);
    }
    double size = mean * mean / excess;
    return StrictMath.exp(-size * StrictMath.log1p(mean / size));
  }

  private static double mean(long[] counts) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        throw new IllegalArgumentException(
            "usual count " + counts[i] + " at " + i + " is below 0: counts start at 0");
      }
      sum += counts[i];
    }
    return counts.length == 0 ? 0 : sum / counts.length;
  }

  private static double variance(long[] counts, double mean) {
    double squares = 0;
    for (long count : counts) {
      squares += (count - mean) * (count - mean);
    }
    return counts.length < 2 ? 0 : squares / (counts.length - 1);
  }
}
