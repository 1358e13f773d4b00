package io.nightaudit.metrics.decision;

import java.io.Serializable;

/**
 * Size, mean and variance of the values of one stratum in one night.
 *
 * <p>Of two sets together: n = n₁ + n₂, mean = m₁ + δ n₂/n, (n−1) s² = (n₁−1) s₁² + (n₂−1) s₂² + δ²
 * n₁ n₂/n with δ = m₂ − m₁.
 *
 * <p>The mean is in the unit of the values, the variance in its square, from 0 up.
 *
 * <ul>
 *   <li>No values: mean and variance are 0 and adding them changes nothing.
 *   <li>One value: variance 0.
 *   <li>What the size does not determine (the mean of none, the variance of fewer than two) is not
 *       looked at, so NaN may stand for it.
 *   <li>Negative n, NaN or infinite mean, NaN, infinite or negative variance: refused. A sum that
 *       leaves the range of longs or doubles fails likewise.
 * </ul>
 *
 * <p>Source: T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37(3), 1983, doi
 * 10.1080/00031305.1983.10483115.
 *
 * @param n number of values; 0 if the stratum did not occur
 * @param mean their mean; not looked at if n is 0
 * @param variance their variance with divisor n−1; not looked at if n is below 2
 */
public record StratumMoments(long n, double mean, double variance) implements Serializable {
  public StratumMoments {
    boolean usable =
        n >= 0
            && (n == 0 || Double.isFinite(mean))
            && (n < 2 || (variance >= 0 && variance < Double.POSITIVE_INFINITY));
    if (!usable) {
      throw new IllegalArgumentException(
          "n %s, mean %s, variance %s: give n >= 0, a finite mean and a finite variance >= 0"
              .formatted(n, mean, variance));
    }
    if (n == 0) {
      mean = 0;
    }
    if (n < 2) {
      variance = 0;
    }
  }

  /** A stratum that did not occur. */
  public static StratumMoments absent() {
    return new StratumMoments(0, 0, 0);
  }

  /** Moments of {@code successes} ones among {@code trials} ones and zeros. */
  public static StratumMoments rate(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " successes in " + trials + " trials: give 0 <= successes <= trials");
    }
    double mean = trials == 0 ? 0 : (double) successes / trials;
    double variance = trials < 2 ? 0 : trials * mean * (1 - mean) / (trials - 1);
    return new StratumMoments(trials, mean, variance);
  }

  /** Moments of both sets of values together. */
  public StratumMoments plus(StratumMoments other) {
    long size = n + other.n;
    if (size == 0) {
      return this;
    }
    double difference = other.mean - mean;
    double squares =
        variance * Math.max(0, n - 1)
            + other.variance * Math.max(0, other.n - 1)
            + difference * difference * n * ((double) other.n / size);
    double pooled = mean + difference * ((double) other.n / size);
    return new StratumMoments(size, pooled, size < 2 ? 0 : squares / (size - 1));
  }
}
