package io.nightaudit.metrics.interval;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Confidence interval of a rate from a number of successes in a number of trials.
 *
 * <p>Limits are within [0, 1]; without trials the interval is [0, 1]. Source of all: L. D. Brown,
 * T. T. Cai and A. DasGupta, Interval estimation for a binomial proportion, Statistical Science
 * 16(2), 2001, doi 10.1214/ss/1009213286.
 */
public enum BinomialInterval {
  /**
   * Wilson's score interval, the default: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). Covers
   * about as often as it says also for few trials and rates near 0.
   */
  WILSON {
    @Override
    Interval limits(double x, double n, double confidence) {
      double z = Quantiles.normal(confidence);
      double p = x / n;
      double center = p + z * z / (2 * n);
      double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
      double divisor = 1 + z * z / n;
      // At the ends rounding would leave 1e-17 where the formula gives the end itself.
      double low = x == 0 ? 0 : (center - half) / divisor;
      double high = x == n ? 1 : (center + half) / divisor;
      return clipped(low, high, confidence);
    }
  },

  /**
   * Clopper–Pearson, "exact": never covers less often than it says, so it is wide. For counts of
   * violations; with none of n the upper limit is about 3/n one-sided.
   */
  CLOPPER_PEARSON {
    @Override
    Interval limits(double x, double n, double confidence) {
      double tail = (1 - confidence) / 2;
      double low = x == 0 ? 0 : Quantiles.low(BetaDistribution.of(x, n - x + 1), tail);
      double high = x == n ? 1 : Quantiles.high(BetaDistribution.of(x + 1, n - x), tail);
      return clipped(low, high, confidence);
    }
  },

  /** Jeffreys: equal-tailed interval of the posterior Beta(x + ½, n − x + ½). */
  JEFFREYS {
    @Override
    Interval limits(double x, double n, double confidence) {
      double tail = (1 - confidence) / 2;
      BetaDistribution posterior = BetaDistribution.of(x + 0.5, n - x + 0.5);
      return clipped(Quantiles.low(posterior, tail), Quantiles.high(posterior, tail), confidence);
    }
  },

  /** Agresti–Coull: p̃ ± z√(p̃(1−p̃)/ñ) with ñ = n + z² and p̃ = (x + z²/2)/ñ, cut at 0 and 1. */
  AGRESTI_COULL {
    @Override
    Interval limits(double x, double n, double confidence) {
      double z = Quantiles.normal(confidence);
      double trials = n + z * z;
      double p = (x + z * z / 2) / trials;
      double half = z * Math.sqrt(p * (1 - p) / trials);
      return clipped(p - half, p + half, confidence);
    }
  },

  /**
   * Wald, "normal": p ± z√(p(1−p)/n), cut at 0 and 1. Only to be compared with what others print:
   * with 0 or n successes it is a point, and at n = 20 and a rate of 0.05 an interval of 95 % holds
   * the rate in 64 % of the cases.
   */
  WALD {
    @Override
    Interval limits(double x, double n, double confidence) {
      double p = x / n;
      double half = Quantiles.normal(confidence) * Math.sqrt(p * (1 - p) / n);
      return clipped(p - half, p + half, confidence);
    }
  };

  /** Interval of the rate of {@code successes} in {@code trials}. */
  public Interval of(long successes, long trials, double confidence) {
    Interval.checkConfidence(confidence);
    check(successes, trials);
    return trials == 0 ? new Interval(0, 1, confidence) : limits(successes, trials, confidence);
  }

  static void check(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " successes in " + trials + " trials: give 0 <= successes <= trials");
    }
  }

  abstract Interval limits(double x, double n, double confidence);

  private static Interval clipped(double low, double high, double confidence) {
    return new Interval(Math.max(0, low), Math.min(1, high), confidence);
  }
}
