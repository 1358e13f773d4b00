package io.nightaudit.metrics.significance;

/** Harmonic numbers, summed up to {@value #SUMMED} terms and by Euler–Maclaurin above. */
final class Harmonic {
  private static final int SUMMED = 1000;
  private static final double EULER = 0.57721566490153286061;

  private Harmonic() {}

  /** 1 + 1/2 + … + 1/n. */
  static double number(double n) {
    if (n > SUMMED) {
      double square = n * n;
      return StrictMath.log(n) + EULER + (1 - (1 - 1 / (10 * square)) / (6 * n)) / (2 * n);
    }
    double sum = 0;
    for (int i = (int) n; i >= 1; i--) {
      sum += 1.0 / i;
    }
    return sum;
  }

  /** 1 + 1/4 + … + 1/n². */
  static double squares(double n) {
    if (n > SUMMED) {
      return Math.PI * Math.PI / 6 - (1 - (1 - 1 / (3 * n)) / (2 * n)) / n;
    }
    double sum = 0;
    for (int i = (int) n; i >= 1; i--) {
      sum += 1.0 / ((double) i * i);
    }
    return sum;
  }

  /** Σ 1/((n−i) j) over 1 ≤ i &lt; j ≤ n−1, which is Σ1/i² − (2 Σ1/i − 1/n)/n over i ≤ n. */
  static double paired(double n) {
    return squares(n) - (2 * number(n) - 1 / n) / n;
  }
}
