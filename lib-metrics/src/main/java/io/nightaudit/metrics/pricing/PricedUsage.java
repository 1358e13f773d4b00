package io.nightaudit.metrics.pricing;

import java.util.Arrays;
import java.util.Objects;

/**
 * What an interaction cost, or why that cannot be said.
 *
 * @param picoDollars cost in 10⁻¹² US dollar, exact; 0 and without meaning unless {@link #priced}
 * @param unpricedReason why there is no cost; "" if there is one
 * @param picoByMeter the cost by {@link Meter}, in the order of its constants; adds up to
 *     picoDollars
 */
public record PricedUsage(long picoDollars, String unpricedReason, long[] picoByMeter) {

  private static final int METERS = Meter.values().length;

  public PricedUsage {
    Objects.requireNonNull(unpricedReason, "unpricedReason");
    if (picoByMeter.length != METERS) {
      throw new IllegalArgumentException(
          "picoByMeter must hold one cost for each of %s meters. Provided: %s"
              .formatted(METERS, picoByMeter.length));
    }
    picoByMeter = picoByMeter.clone();
  }

  static PricedUsage unpriced(String reason) {
    return new PricedUsage(0, reason, new long[METERS]);
  }

  /** Whether there is a cost. An unpriced interaction is not a free one. */
  public boolean priced() {
    return unpricedReason.isEmpty();
  }

  /** The cost of one meter, in picodollars. */
  public long picoDollars(Meter meter) {
    return picoByMeter[meter.ordinal()];
  }

  @Override
  public long[] picoByMeter() {
    return picoByMeter.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PricedUsage that
        && picoDollars == that.picoDollars
        && unpricedReason.equals(that.unpricedReason)
        && Arrays.equals(picoByMeter, that.picoByMeter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(picoDollars, unpricedReason, Arrays.hashCode(picoByMeter));
  }
}
