package io.nightaudit.metrics.distance;

/**
 * Anderson–Darling statistic of k samples, mid-rank version, with weight on the tails.
 *
 * <p>A² = (N−1)/N Σᵢ 1/nᵢ Σⱼ (lⱼ/N) (N Mᵢⱼ − nᵢ Bⱼ)² / (Bⱼ(N−Bⱼ) − N lⱼ/4) over the samples i and
 * the distinct values j, with lⱼ equal values, Bⱼ and Mᵢⱼ the numbers below (all and of sample i),
 * half of the equal ones included. The normalised value is (A² − (k−1))/σ, σ² being its variance if
 * nothing has changed, in closed form: with n = N − 1, Σ1/i = Hₙ and Σ1/i² = Hₙ₂ the double sum of
 * the paper is Hₙ₂ − 2Hₙ/N, so it costs nothing at any N.
 *
 * <ul>
 *   <li>Both NaN if a sample is empty.
 *   <li>Equal shares: A² = 0, the least. One value only: A² = 0 and no normalised value (NaN).
 *   <li>The normalised value is NaN for fewer than four values in all.
 * </ul>
 *
 * <p>Source: F. W. Scholz and M. A. Stephens, J. American Statistical Association 82(399), 1987,
 * doi:10.2307/2288805, equation 7; as SciPy {@code stats.anderson_ksamp(variant='midrank')}.
 *
 * @param squared A², from 0 up; its mean is about k − 1 if nothing has changed
 * @param normalized (A² − (k−1))/σ, which SciPy returns
 */
public record AndersonDarling(double squared, double normalized) {

  /** The statistic of two samples. */
  public static AndersonDarling of(TiedCounts counts) {
    return ofSamples(counts.reference, counts.current);
  }

  /**
   * The statistic of k samples, each given as counts at the same ascending values.
   *
   * @param samples at least two rows of the same length
   */
  public static AndersonDarling ofSamples(long[]... samples) {
    check(samples);
    double[] sizes = new double[samples.length];
    double total = 0;
    for (int i = 0; i < samples.length; i++) {
      sizes[i] = Counts.total(samples[i]);
      if (sizes[i] == 0) {
        return new AndersonDarling(Double.NaN, Double.NaN);
      }
      total += sizes[i];
    }
    double squared = squared(samples, sizes, total);
    boolean normal = total >= 4 && distinctValues(samples) > 1;
    double deviation = normal ? Math.sqrt(variance(sizes, total)) : Double.NaN;
    return new AndersonDarling(squared, (squared - (samples.length - 1)) / deviation);
  }

  private static double squared(long[][] samples, double[] sizes, double total) {
    double[] below = new double[samples.length];
    double allBelow = 0;
    double sum = 0;
    for (int j = 0; j < samples[0].length; j++) {
      double tied = 0;
      for (long[] sample : samples) {
        tied += sample[j];
      }
      if (tied > 0 && tied < total) {
        double middle = allBelow + tied / 2;
        double above = total - allBelow - tied;
        // B(N−B) − N l/4 without its cancellation: ab + (a+b) l/4 with a below and b above.
        double spread = allBelow * above + (allBelow + above) * tied / 4;
        double weight = tied / total / spread;
        sum += weight * deviations(samples, sizes, j, below, middle, total);
      }
      for (int i = 0; i < samples.length; i++) {
        below[i] += samples[i][j];
      }
      allBelow += tied;
    }
    return (total - 1) / total * sum;
  }

  /** Σᵢ (N Mᵢ − nᵢ B)² / nᵢ at one value. */
  private static double deviations(
      long[][] samples, double[] sizes, int j, double[] below, double middle, double total) {
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      double own = below[i] + samples[i][j] / 2.0;
      double deviation = differenceOfProducts(total, own, sizes[i], middle);
      sum += deviation * deviation / sizes[i];
    }
    return sum;
  }

  /** ab − cd, with what rounding takes from the products: they are nearly equal and vast. */
  private static double differenceOfProducts(double a, double b, double c, double d) {
    double ab = a * b;
    double cd = c * d;
    return ab - cd + (Math.fma(a, b, -ab) - Math.fma(c, d, -cd));
  }

  /** Variance of A² if nothing has changed; Scholz and Stephens, equation 4. */
  private static double variance(double[] sizes, double total) {
    double k = sizes.length;
    double inverse = 0;
    for (double size : sizes) {
      inverse += 1 / size;
    }
    double h = Harmonic.sum(total - 1);
    double g = Harmonic.sumOfSquares(total - 1) - 2 * h / total;
    double a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverse;
    double b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
    double c =
        (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverse + 4 * h;
    double d = (2 * h + 6) * k * k - 4 * h * k;
    double cubic = ((a * total + b) * total + c) * total + d;
    return cubic / (total - 1) / (total - 2) / (total - 3);
  }

  private static int distinctValues(long[][] samples) {
    int distinct = 0;
    for (int j = 0; j < samples[0].length; j++) {
      boolean used = false;
      for (long[] sample : samples) {
        used |= sample[j] > 0;
      }
      distinct += used ? 1 : 0;
    }
    return distinct;
  }

  private static void check(long[][] samples) {
    if (samples.length < 2) {
      throw new IllegalArgumentException(
          "there are " + samples.length + " samples: give at least two to compare");
    }
    for (int i = 1; i < samples.length; i++) {
      Counts.check(samples[0], samples[i]);
    }
  }
}
