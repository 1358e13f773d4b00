package io.nightaudit.metrics.pricing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One dated price of one meter, in US dollars per million tokens.
 *
 * @param provider the provider it belongs to, "" for any
 * @param model what the served model is compared with
 * @param match how it is compared
 * @param meter what is billed
 * @param tier service tier, such as "standard", "flex" or "batch"
 * @param usdPerMillion US dollars per million tokens, 0 to 1,000,000, at most six decimals
 * @param from first day, inclusive
 * @param to first day on which it no longer holds; empty while it holds
 * @param source where the price was published
 */
public record Price(
    String provider,
    String model,
    Match match,
    Meter meter,
    String tier,
    BigDecimal usdPerMillion,
    LocalDate from,
    Optional<LocalDate> to,
    String source)
    implements Serializable {

  private static final BigDecimal MAXIMUM = BigDecimal.valueOf(1_000_000);
  private static final int DECIMALS = 6;

  public Price {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(source, "source");
    requireText(model, "model");
    requireText(tier, "tier");
    requireExact(usdPerMillion, model);
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException(
          "The price of %s must end after it begins. Provided: from %s, to %s"
              .formatted(model, from, to.get()));
    }
  }

  private static void requireText(String text, String name) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "A price needs a %s. Provided: \"%s\"".formatted(name, text));
    }
  }

  private static void requireExact(BigDecimal price, String model) {
    Objects.requireNonNull(price, "usdPerMillion");
    if (price.signum() < 0 || price.compareTo(MAXIMUM) > 0) {
      throw new IllegalArgumentException(
          "The price of %s must be between 0 and %s US dollars per million tokens. Provided: %s"
              .formatted(model, MAXIMUM, price.toPlainString()));
    }
    if (price.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "The price of %s must have at most %s decimals, so that a token costs whole picodollars."
                  .formatted(model, DECIMALS)
              + " Provided: "
              + price.toPlainString());
    }
  }

  /** The price of one token in picodollars, exactly. */
  public long picoDollarsPerToken() {
    return usdPerMillion.movePointRight(DECIMALS).longValueExact();
  }

  /** Whether it holds on that day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }

  /** {@link Optional} is not serializable, hence another form on the wire. */
  private Object writeReplace() {
    return new Wire(
        provider, model, match, meter, tier, usdPerMillion, from, to.orElse(null), source);
  }

  private record Wire(
      String provider,
      String model,
      Match match,
      Meter meter,
      String tier,
      BigDecimal usdPerMillion,
      LocalDate from,
      LocalDate to,
      String source)
      implements Serializable {
    private Object readResolve() {
      return new Price(
          provider,
          model,
          match,
          meter,
          tier,
          usdPerMillion,
          from,
          Optional.ofNullable(to),
          source);
    }
  }
}
