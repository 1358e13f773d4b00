package io.nightaudit.metrics.decision;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Lower limit of a rate that is valid at every night at once, also for rare events.
 *
 * <p>Evidence against a rate p is the mixture likelihood ratio Λ(p) = B(a + s, b + f) / (B(a, b)
 * p^s (1−p)^f) of s events and f others under a Beta(a, b) mixture; the limit is the least p with
 * Λ(p) < 1/α. The true rate lies below the limits of any night with probability α at most, whatever
 * the rate. In [0, 1].
 *
 * <ul>
 *   <li>No trials, or no events: 0.
 *   <li>Trials are taken as independent of each other.
 * </ul>
 *
 * Source: H. Robbins, Ann. Math. Statist. 41, 1970; S. R. Howard et al., Ann. Statist. 49(2), 2021,
 * doi 10.1214/20-AOS1991.
 *
 * @param priorEvents a, above 0; a/(a + b) is the rate where the limit should be tightest
 * @param priorOthers b, above 0
 * @param events s
 * @param trials s + f
 */
public record RateSequence(double priorEvents, double priorOthers, long events, long trials) {
  public RateSequence {
    boolean usable =
        priorEvents > 0
            && priorOthers > 0
            && Math.max(priorEvents, priorOthers) < Double.POSITIVE_INFINITY;
    if (!usable) {
      throw new IllegalArgumentException(
          "prior %s to %s: give two finite numbers above 0, such as 0.5 and 0.5"
              .formatted(priorEvents, priorOthers));
    }
    if (events < 0 || events > trials) {
      throw new IllegalArgumentException(
          events + " events in " + trials + " trials: give 0 <= events <= trials");
    }
  }

  /** A sequence without nights. */
  public static RateSequence of(double priorEvents, double priorOthers) {
    return new RateSequence(priorEvents, priorOthers, 0, 0);
  }

  /** The sequence after one more night. */
  public RateSequence with(long nightlyEvents, long nightlyTrials) {
    // Checks the night by itself, as a negative count could hide in the sum.
    new RateSequence(priorEvents, priorOthers, nightlyEvents, nightlyTrials);
    return new RateSequence(
        priorEvents,
        priorOthers,
        Math.addExact(events, nightlyEvents),
        Math.addExact(trials, nightlyTrials));
  }

  /** ln Λ of a rate in [0, 1]: evidence against it, in nats. */
  public double logEvidence(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate " + rate + " is not between 0 and 1");
    }
    long others = trials - events;
    double mixture =
        LogBeta.value(priorEvents + events, priorOthers + others)
            - LogBeta.value(priorEvents, priorOthers);
    double likelihood =
        (events == 0 ? 0 : events * StrictMath.log(rate))
            + (others == 0 ? 0 : others * StrictMath.log1p(-rate));
    return mixture - likelihood;
  }

  /** The lower limit after these nights, missed with probability alpha at most. */
  public double lowerLimit(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 1: give 0.05");
    }
    if (events == 0) {
      return 0;
    }
    double enough = -StrictMath.log(alpha);
    double low = 0;
    double high = (double) events / trials;
    // Evidence falls from infinity at 0 to less than none at the observed rate.
    for (double middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
      if (logEvidence(middle) >= enough) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
