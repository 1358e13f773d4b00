package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;

/**
 * One line of the cost ledger: what one meter of one key used and cost on a night.
 *
 * @param key who caused it: application, tenant, model, prompt version and so on
 * @param meter input, output, cache-read, cache-write, reasoning, reported or unpriced
 * @param interactions interactions that used the meter
 * @param tokens tokens counted by the meter
 * @param picoDollars exact cost in 10^-12 USD
 * @param priced whether the cost is known
 */
public record CostLine(
    Slice key, String meter, long interactions, long tokens, long picoDollars, boolean priced)
    implements Serializable {
  /** The same line of another key. */
  public CostLine of(Slice otherKey) {
    return new CostLine(otherKey, meter, interactions, tokens, picoDollars, priced);
  }

  /** Both lines of one key and meter together. */
  public CostLine plus(CostLine other) {
    return new CostLine(
        key,
        meter,
        Math.addExact(interactions, other.interactions),
        Math.addExact(tokens, other.tokens),
        Math.addExact(picoDollars, other.picoDollars),
        priced);
  }
}
