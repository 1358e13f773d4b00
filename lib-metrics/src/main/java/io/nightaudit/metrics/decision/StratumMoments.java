package io.nightaudit.metrics.decision;

import java.io.Serializable;

/**
 * Size, mean and variance of the values of one stratum in one night.
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
