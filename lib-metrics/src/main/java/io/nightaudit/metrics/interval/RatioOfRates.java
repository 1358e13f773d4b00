package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a ratio of two independent rates ("relative risk"), current over
 * reference.
 *
 * <p>Range [0, ∞]; above 1 if the current rate is higher; swapped sides give the reciprocal limits.
 *
 * <ul>
 *   <li>A side without trials, or no successes at all: [0, ∞].
 *   <li>No current successes: from 0; no reference successes: to ∞.
 *   <li>At 95 % and 20 against 30 trials the interval holds the ratio in 95.3 % of the cases on
 *       average over all rates and 91 % at worst (score), or 95.7 and 79 % (log).
 * </ul>
 *
 * <p>Source: O. Miettinen and M. Nurminen, Statistics in Medicine 4, 1985, doi
 * 10.1002/sim.4780040211.
 */
public final class RatioOfRates {
  /** Stands for an infinite estimate; its square is still finite. */
  private static final double VAST = 1e150;

  private RatioOfRates() {}

  /**
   * Score interval, the default: the ratios r that the score test does not reject.
   *
   * <p>(p̂₁ − r p̂₀)² ≤ z² · N/(N−1) · (q₁(1−q₁)/n₁ + r² q₀(1−q₀)/n₀), where q₁ = r q₀ are the
   * likeliest rates with that ratio. Source: statsmodels {@code
   * confint_proportions_2indep(compare='ratio', method='score')}.
   */
  public static Interval score(long s1, long n1, long s0, long n0, double confidence) {
    double z = Quantiles.normal(confidence);
    TwoRates rates = TwoRates.of(s1, n1, s0, n0);
    if (rates.lacksTrials() || s1 == 0 && s0 == 0) {
      return Interval.anyPositive(confidence);
    }
    return new Interval(lowest(rates, z), 1 / lowest(rates.swapped(), z), confidence);
  }

  /**
   * Katz's interval r · exp(± z√(1/s₁ − 1/n₁ + 1/s₀ − 1/n₀)), for many successes on both sides.
   *
   * <p>Without successes on a side: [0, ∞]. Source: D. Katz et al., Biometrics 34, 1978, doi
   * 10.2307/2530610; statsmodels {@code method='log'}.
   */
  public static Interval log(long s1, long n1, long s0, long n0, double confidence) {
    double z = Quantiles.normal(confidence);
    TwoRates rates = TwoRates.of(s1, n1, s0, n0);
    if (rates.lacksTrials() || s1 == 0 || s0 == 0) {
      return Interval.anyPositive(confidence);
    }
    double variance = (n1 - s1) / (double) n1 / s1 + (n0 - s0) / (double) n0 / s0;
    return Interval.aroundRatio(rates.p1() / rates.p0(), z * Math.sqrt(variance), confidence);
  }

  private static double lowest(TwoRates rates, double z) {
    if (rates.s1() == 0) {
      return 0;
    }
    double p1 = rates.p1();
    double p0 = rates.p0();
    double estimate = Math.min(VAST, p1 / p0);
    return Bisection.edge(
        estimate, 0, r -> (p1 - r * p0) * (p1 - r * p0) <= z * z * rates.varianceAtRatio(r));
  }
}
