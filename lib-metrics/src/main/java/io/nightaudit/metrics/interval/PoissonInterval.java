package io.nightaudit.metrics.interval;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Confidence interval of the expected number of events, from the number that happened.
 *
 * <p>Equal-tailed quantiles of Gamma(x) and Gamma(x + 1), with scale 1; divide both limits by the
 * exposure for a rate.
 *
 * <p>In events, from 0 up. Exact: holds the expected number at least as often as it says, if events
 * come independently.
 *
 * <ul>
 *   <li>No events: from 0 to −ln((1 − confidence)/2), 3.69 at 95 %.
 *   <li>A number that is not whole, such as a mean or a count divided by its dispersion: the same
 *       formula between whole numbers.
 *   <li>Below 0, infinite or NaN: refused.
 * </ul>
 *
 * <p>Source: F. Garwood, Biometrika 28, 1936, doi 10.1093/biomet/28.3-4.437; R {@code
 * poisson.test(x)$conf.int}.
 */
public final class PoissonInterval {
  /** Standard deviations beyond which no tail is left in a double. */
  private static final double FAR = 60;

  private PoissonInterval() {}

  /** Interval of the expected number of events when {@code events} happened. */
  public static Interval of(double events, double confidence) {
    Interval.checkConfidence(confidence);
    if (!(events >= 0 && events < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "events " + events + " are not finite and at least 0: give a number from 0 up");
    }
    double tail = (1 - confidence) / 2;
    return new Interval(events == 0 ? 0 : low(events, tail), high(events, tail), confidence);
  }

  private static double low(double events, double tail) {
    GammaDistribution gamma = GammaDistribution.of(events, 1);
    return Bisection.edge(0, events, x -> gamma.cumulativeProbability(x) <= tail);
  }

  private static double high(double events, double tail) {
    GammaDistribution gamma = GammaDistribution.of(events + 1, 1);
    double far = events + FAR * (1 + Math.sqrt(events));
    return Bisection.edge(far, events, x -> gamma.survivalProbability(x) <= tail);
  }
}
