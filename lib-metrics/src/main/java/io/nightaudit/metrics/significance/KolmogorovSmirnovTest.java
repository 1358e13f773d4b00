package io.nightaudit.metrics.significance;

import java.util.Arrays;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * P-value of the two-sample Kolmogorov–Smirnov distance D = sup|F−G|, two-sided.
 *
 * <p>The probability that D is at least as large (≥, not &gt;: the observed D belongs to the tail)
 * if both samples come from one continuous distribution. From 0 to 1; small is unusual. Ties make
 * it larger than the truth, so it errs on the safe side.
 *
 * <ul>
 *   <li>NaN if a sample is empty.
 *   <li>One value on a side: D is at least ½ and p at least 2/(n+1).
 *   <li>D = 0: 1.
 *   <li>D that is NaN or outside 0 to 1: refused.
 * </ul>
 *
 * Source: J. L. Hodges, Arkiv för Matematik 3, 1958, doi 10.1007/BF02589501; SciPy {@code
 * stats.ks_2samp}.
 */
public final class KolmogorovSmirnovTest {
  /** Largest n·m for which {@link #pValue} is exact. */
  public static final long EXACT_LIMIT = 10_000_000;

  /** Largest effective size of {@link #oneSampleApproximation}. */
  public static final long APPROXIMATION_LIMIT = 1_000_000;

  /** Below this λ the alternating series converges slowly and its theta form quickly. */
  private static final double SMALL = 1.18;

  private KolmogorovSmirnovTest() {}

  /** {@link #exact} up to n·m = {@link #EXACT_LIMIT}, else {@link #kolmogorovLimit}. */
  public static double pValue(double distance, long n, long m) {
    Checks.sizes(n, m);
    return (double) n * m <= EXACT_LIMIT ? exact(distance, n, m) : kolmogorovLimit(distance, n, m);
  }

  /**
   * Exact P(D ≥ d), counting the lattice paths that leave the band |i/n − j/m| &lt; d.
   *
   * <p>Takes n·m steps, therefore limited to n·m ≤ {@link #EXACT_LIMIT}. SciPy: {@code
   * method='exact'}.
   */
  public static double exact(double distance, long n, long m) {
    if (isUndefined(distance, n, m)) {
      return Double.NaN;
    }
    if ((double) n * m > EXACT_LIMIT) {
      throw new IllegalArgumentException(
          "n·m of %s and %s values is above %s: use kolmogorovLimit".formatted(n, m, EXACT_LIMIT));
    }
    // In whole numbers, so that a distance equal to the observed one is never lost to rounding.
    long band = Math.round(distance * (n * m));
    return band <= 0 ? 1 : leaving((int) Math.max(n, m), (int) Math.min(n, m), band);
  }

  /** Probability that a random path from (0, 0) to (n, m) reaches |i·m − j·n| ≥ band. */
  private static double leaving(int n, int m, long band) {
    // later[j] is the probability from (i, j) on; only positive terms, so small p are accurate too.
    double[] later = new double[m + 1];
    Arrays.fill(later, 1);
    for (int i = n; i >= 0; i--) {
      for (int j = m; j >= 0; j--) {
        boolean outside = Math.abs((long) i * m - (long) j * n) >= band;
        later[j] = outside ? 1 : step(later, i, j, n, m);
      }
    }
    return later[0];
  }

  private static double step(double[] later, int i, int j, int n, int m) {
    int right = n - i;
    int up = m - j;
    if (right + up == 0) {
      return 0;
    }
    double viaUp = up == 0 ? 0 : up * later[j + 1];
    return (right == 0 ? viaUp : right * later[j] + viaUp) / (right + up);
  }

  /**
   * Kolmogorov's limit 2 Σ (−1)^(j−1) exp(−2j²λ²) with λ = D √(nm/(n+m)); for large samples.
   *
   * <p>Source: N. Smirnov, Ann. Math. Statist. 19(2), 1948, doi 10.1214/aoms/1177730256; SciPy
   * {@code stats.kstwobign.sf}.
   */
  public static double kolmogorovLimit(double distance, long n, long m) {
    if (isUndefined(distance, n, m)) {
      return Double.NaN;
    }
    double lambda = distance * Math.sqrt(effectiveSize(n, m));
    return lambda < SMALL ? 1 - theta(lambda) : alternating(lambda);
  }

  private static double alternating(double lambda) {
    double sum = 0;
    for (int j = 8; j >= 1; j--) {
      sum = StrictMath.exp(-2.0 * j * j * lambda * lambda) - sum;
    }
    return 2 * sum;
  }

  /** P(below λ) by the theta transformation. */
  private static double theta(double lambda) {
    if (lambda < 0.03) {
      return 0;
    }
    double exponent = -Math.PI * Math.PI / (8 * lambda * lambda);
    double sum = 0;
    for (int j = 4; j >= 1; j--) {
      sum += StrictMath.exp(exponent * (2 * j - 1) * (2 * j - 1));
    }
    return Math.sqrt(2 * Math.PI) / lambda * sum;
  }

  /**
   * Distribution of the one-sample distance for round(nm/(n+m)) values: SciPy's {@code
   * method='asymp'}.
   *
   * <p>Far from exact in small samples (.0493 for .0870 at n = m = 8): for comparison with other
   * tools only. Limited to nm/(n+m) ≤ {@link #APPROXIMATION_LIMIT}. SciPy: {@code stats.kstwo.sf(D,
   * round(nm/(n+m)))}.
   */
  public static double oneSampleApproximation(double distance, long n, long m) {
    if (isUndefined(distance, n, m)) {
      return Double.NaN;
    }
    double size = Math.rint(effectiveSize(n, m));
    if (size > APPROXIMATION_LIMIT) {
      throw new IllegalArgumentException(
          "effective size %s of %s and %s values is above %s: use kolmogorovLimit"
              .formatted(size, n, m, APPROXIMATION_LIMIT));
    }
    if (size < 2) {
      return Math.max(0, Math.min(1, 2 * (1 - distance)));
    }
    double[] sample = sampleAt(distance, (int) size);
    return org.apache.commons.statistics.inference.KolmogorovSmirnovTest.withDefaults()
        .with(PValueMethod.EXACT)
        .test(sample, x -> x)
        .getPValue();
  }

  /** Values whose distance from the uniform distribution is the given one, but at least 1/(2n). */
  private static double[] sampleAt(double distance, int size) {
    double shift = Math.max(0, Math.min(1, distance) - 0.5 / size);
    double[] sample = new double[size];
    for (int i = 0; i < size; i++) {
      sample[i] = Math.min(1, (i + 0.5) / size + shift);
    }
    return sample;
  }

  /**
   * Smallest distance that is significant at level α: √(−½ ln(α/2)) √((n+m)/(nm)) + ε₁ + ε₂.
   *
   * <p>NaN if a sample is empty; may exceed 1, which no distance does.
   *
   * @param alpha between 0 and 1
   * @param referenceError largest error ε of the reference's distribution function if it comes from
   *     a sketch, 0 if exact
   * @param currentError the same of current
   */
  public static double threshold(
      double alpha, long n, long m, double referenceError, double currentError) {
    Checks.share("alpha", alpha);
    Checks.notNegative("error of reference", referenceError);
    Checks.notNegative("error of current", currentError);
    Checks.sizes(n, m);
    if (n == 0 || m == 0) {
      return Double.NaN;
    }
    double factor = Math.sqrt(-0.5 * StrictMath.log(alpha / 2));
    return factor / Math.sqrt(effectiveSize(n, m)) + referenceError + currentError;
  }

  private static boolean isUndefined(double distance, long n, long m) {
    Checks.sizes(n, m);
    if (n == 0 || m == 0) {
      return true;
    }
    Checks.statistic("distance", distance, 1);
    return false;
  }

  static double effectiveSize(long n, long m) {
    return (double) n * m / ((double) n + m);
  }
}
