package io.nightaudit.metrics.significance;

/**
 * How likely it is that nothing is counted where usually something is.
 *
 * <p>P(0) of a negative binomial with the mean m and variance s² of the usual counts: (k/(k+m))^k
 * with k = m²/(s²−m); where s² ≤ m, of a Poisson: e^−m. A probability in [0, 1]; small values mean
 * that the absence is unusual.
 *
 * <ul>
 *   <li>No usual counts, or a usual mean of 0: 1.
 * </ul>
 *
 * Source: method of moments for the negative binomial, F. J. Anscombe, Biometrika 37, 1950.
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
    for (long count : counts) {
      sum += count;
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
