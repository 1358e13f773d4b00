package io.nightaudit.metrics.distance;

/**
 * Sums 1 + 1/2 + … + 1/n and 1 + 1/4 + … + 1/n² for any n.
 *
 * <p>Term by term up to {@value #EXACT}, beyond that by the Euler–Maclaurin expansion, whose first
 * neglected term is below 10^-20 there. Source: NIST Digital Library of Mathematical Functions,
 * 5.11.2 and 5.15.8.
 */
final class Harmonic {
  private static final int EXACT = 1000;
  private static final double EULER = 0.57721566490153286;

  private Harmonic() {}

  static double sum(double n) {
    if (n > EXACT) {
      return StrictMath.log(n) + EULER + (1 / 2.0 - (1 / 12.0 - 1 / (120 * n * n)) / n) / n;
    }
    double sum = 0;
    for (double i = n; i >= 1; i--) {
      sum += 1 / i;
    }
    return sum;
  }

  static double sumOfSquares(double n) {
    if (n > EXACT) {
      return Math.PI * Math.PI / 6 - (1 - (1 / 2.0 - (1 / 6.0 - 1 / (30 * n * n)) / n) / n) / n;
    }
    double sum = 0;
    for (double i = n; i >= 1; i--) {
      sum += 1 / (i * i);
    }
    return sum;
  }
}
