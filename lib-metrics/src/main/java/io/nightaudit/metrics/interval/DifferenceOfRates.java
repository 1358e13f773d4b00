package io.nightaudit.metrics.interval;

/**
 * Confidence interval of a difference of two independent rates, current minus reference.
 *
 * <p>Range [−1, 1]; positive if the current rate is higher; swapped sides mirror the limits.
 *
 * <ul>
 *   <li>A side without trials: [−1, 1].
 *   <li>No or only successes on both sides: an interval of width above 0, but for Wald.
 *   <li>At 95 % and 20 against 30 trials the interval holds the difference in 95.2 % of the cases
 *       on average over all rates and 89 % at worst (Newcombe), 95.3 and 94 % (score), 93 and 72 %
 *       (Wald); at 10 against 10 Wald's worst is 40 %.
 * </ul>
 *
 * <p>Source of the comparison of all: R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 873–890,
 * doi 10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
 */
public final class DifferenceOfRates {
  private DifferenceOfRates() {}

  /**
   * Newcombe's hybrid score interval, the default; his method 10.
   *
   * <p>It joins the Wilson limits l, u of both rates: d − √((p₁−l₁)² + (u₀−p₀)²) to d + √((u₁−p₁)²
   * + (p₀−l₀)²).
   */
  public static Interval newcombe(long s1, long n1, long s0, long n0, double confidence) {
    Interval current = BinomialInterval.WILSON.of(s1, n1, confidence);
    Interval reference = BinomialInterval.WILSON.of(s0, n0, confidence);
    if (n1 == 0 || n0 == 0) {
      return new Interval(-1, 1, confidence);
    }
    double p1 = (double) s1 / n1;
    double p0 = (double) s0 / n0;
    double down = root(p1 - current.low(), reference.high() - p0);
    double up = root(current.high() - p1, p0 - reference.low());
    return clipped(p1 - p0 - down, p1 - p0 + up, confidence);
  }

  /**
   * Score interval: the differences d that the score test does not reject.
   *
   * <p>(p̂₁ − p̂₀ − d)² ≤ z² · N/(N−1) · (q₁(1−q₁)/n₁ + q₀(1−q₀)/n₀), where q₁ = q₀ + d are the
   * likeliest rates with that difference and N = n₁ + n₀. Costs a hundred times Newcombe's. Source:
   * O. Miettinen and M. Nurminen, Statistics in Medicine 4, 1985, doi 10.1002/sim.4780040211;
   * statsmodels {@code confint_proportions_2indep(method='score')}.
   */
  public static Interval score(long s1, long n1, long s0, long n0, double confidence) {
    double z = Quantiles.normal(confidence);
    TwoRates rates = TwoRates.of(s1, n1, s0, n0);
    if (rates.lacksTrials()) {
      return new Interval(-1, 1, confidence);
    }
    return new Interval(lowest(rates, z), -lowest(rates.swapped(), z) + 0.0, confidence);
  }

  /**
   * Wald's interval d ± z√(p₁(1−p₁)/n₁ + p₀(1−p₀)/n₀), cut at −1 and 1.
   *
   * <p>Only to be compared with what others print: a point where both rates are 0 or 1.
   */
  public static Interval wald(long s1, long n1, long s0, long n0, double confidence) {
    double z = Quantiles.normal(confidence);
    TwoRates rates = TwoRates.of(s1, n1, s0, n0);
    if (rates.lacksTrials()) {
      return new Interval(-1, 1, confidence);
    }
    double p1 = rates.p1();
    double p0 = rates.p0();
    double half = z * Math.sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0);
    return clipped(p1 - p0 - half, p1 - p0 + half, confidence);
  }

  private static double lowest(TwoRates rates, double z) {
    double difference = rates.p1() - rates.p0();
    // Steps of 1 + d: rates cannot differ by less than their own last digit.
    double edge =
        Bisection.edge(
            1 + difference,
            0,
            x -> {
              double away = difference - (x - 1);
              return away * away <= z * z * rates.varianceAtDifference(x - 1);
            });
    return Math.min(difference, edge - 1);
  }

  private static Interval clipped(double low, double high, double confidence) {
    return new Interval(Math.max(-1, low), Math.min(1, high), confidence);
  }

  private static double root(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
