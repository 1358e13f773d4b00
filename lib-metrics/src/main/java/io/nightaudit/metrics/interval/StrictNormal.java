package io.nightaudit.metrics.interval;

/**
 * Standard normal distribution that gives the same bits on every machine; good to 2e-15 in
 * probability, so not for far tails.
 *
 * <p>Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …). Source: G. Marsaglia, Evaluating the normal
 * distribution, Journal of Statistical Software 11(4), 2004, doi 10.18637/jss.v011.i04.
 */
final class StrictNormal {
  /** Beyond it Φ is 0 or 1 in a double. */
  private static final double FARTHEST = 8.3;

  private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;

  private StrictNormal() {}

  static double probability(double z) {
    if (Math.abs(z) > FARTHEST) {
      return z > 0 ? 1 : 0;
    }
    double term = z;
    double sum = z;
    double before = Double.NaN;
    for (int odd = 3; sum != before; odd += 2) {
      before = sum;
      term *= z * z / odd;
      sum += term;
    }
    double probability = 0.5 + sum * StrictMath.exp(-0.5 * z * z - LOG_ROOT_TWO_PI);
    // Beyond |z| = 7.9 rounding alone can lead out of [0, 1].
    return Math.max(0, Math.min(1, probability));
  }

  static double quantile(double probability) {
    return probability < 0.5
        ? -quantile(1 - probability)
        : Bisection.edge(0, FARTHEST, z -> probability(z) < probability);
  }
}
