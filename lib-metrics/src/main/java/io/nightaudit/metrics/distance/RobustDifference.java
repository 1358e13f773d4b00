package io.nightaudit.metrics.distance;

/**
 * What is left of a largest difference of shares after an allowance for the sizes of the samples.
 *
 * <p>max(0, D − c √((n+m)/(nm))), from 0 to 1, for D = sup|F−G| or max|q−p|. With c = √(−½ ln(α/2))
 * the result is above 0 for a share α of unchanged pairs of large samples of continuous values, for
 * max|q−p| of fewer.
 *
 * <ul>
 *   <li>NaN if D is NaN or a side is empty.
 * </ul>
 *
 * <p>Source: D. E. Knuth, The Art of Computer Programming, volume 2, 3rd ed., 1998, section 3.3.1;
 * as Deequ's {@code linf_robust}.
 *
 * @param allowance c, from 0 up
 */
public record RobustDifference(double allowance) {
  private static final RobustDifference DEFAULT = new RobustDifference(1.8);

  public RobustDifference {
    // Written so that NaN fails too.
    if (!(allowance >= 0 && allowance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "allowance %s is not a finite number from 0 up: give 1.8, say".formatted(allowance));
    }
  }

  /** Deequ's c = 1.8, for α = 0.003. */
  public static RobustDifference withDefaults() {
    return DEFAULT;
  }

  /** The allowance for a share α of false alarms, above 0 and below 1. */
  public static RobustDifference ofLevel(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "alpha %s is not between 0 and 1: give 0.01, say".formatted(alpha));
    }
    return new RobustDifference(Math.sqrt(-StrictMath.log(alpha / 2) / 2));
  }

  /** What is left of a difference between n reference and m current values. */
  public double of(double difference, long n, long m) {
    if (n <= 0 || m <= 0) {
      return Double.NaN;
    }
    return Math.max(0, difference - allowance * Math.sqrt(1.0 / n + 1.0 / m));
  }
}
