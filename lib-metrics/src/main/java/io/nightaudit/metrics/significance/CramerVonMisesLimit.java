package io.nightaudit.metrics.significance;

/**
 * Limiting distribution of the Cramér–von Mises statistic, of Σ Zⱼ²/(j²π²) with normal Zⱼ.
 *
 * <p>P(W ≥ x) = (2/π) Σₖ (−1)^(k+1) ∫ √(t/(−sin t)) exp(−x t²/2) dt/t over (2k−1)π &lt; t &lt; 2kπ,
 * each integral by Gauss–Chebyshev quadrature, which absorbs the poles of the root at both ends.
 * Accurate to 1e-12 also in the tail, where the common series for P(W &lt; x) has no digit left.
 *
 * <p>Source: N. V. Smirnov, 1936, in T. W. Anderson and D. A. Darling, Ann. Math. Statist. 23(2),
 * 1952, doi 10.1214/aoms/1177729437.
 */
final class CramerVonMisesLimit {
  private static final int NODES = 128;

  /** Below this P(W &lt; x) is under 1e-16. */
  private static final double CERTAIN = 0.003;

  private CramerVonMisesLimit() {}

  static double survival(double x) {
    if (x < CERTAIN) {
      return 1;
    }
    double sum = 0;
    for (int k = terms(x); k >= 1; k--) {
      sum = integral((2 * k - 1) * Math.PI, x) - sum;
    }
    return Math.max(0, Math.min(1, 2 / Math.PI * sum));
  }

  /** So many that exp(−x t²/2) has fallen by e⁻⁴⁰ from the first to the last. */
  private static int terms(double x) {
    return 2 + (int) (0.5 * Math.sqrt(80 / x) / Math.PI);
  }

  private static double integral(double start, double x) {
    double sum = 0;
    for (int i = 1; i <= NODES; i++) {
      // t − start = π sin²(φ/2): exact near the ends, where the sine vanishes.
      double angle = (2 * i - 1) * Math.PI / (4 * NODES);
      double sine = StrictMath.sin(angle);
      double cosine = StrictMath.cos(angle);
      double fromStart = Math.PI * sine * sine;
      double t = start + fromStart;
      double weight = Math.PI * sine * cosine;
      double vanishing = StrictMath.sin(Math.PI * Math.min(sine * sine, cosine * cosine));
      sum += weight * Math.sqrt(1 / (t * vanishing)) * StrictMath.exp(-x * t * t / 2);
    }
    return sum * Math.PI / NODES;
  }
}
