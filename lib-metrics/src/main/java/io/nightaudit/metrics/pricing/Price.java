package io.nightaudit.metrics.pricing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One dated price of one meter, per million tokens.
 *
 * @param provider the provider it belongs to, "" for any
 * @param model what the served model is compared with
 * @param match how it is compared
 * @param meter what is billed
 * @param tier service tier, such as "standard", "flex" or "batch"
 * @param aboveInput it holds for interactions of more input tokens than this and then for all their
 *     tokens, 0 for any
 * @param perMillion price of a million tokens, 0 to 1,000,000, at most 18 decimals
 * @param currency currency of the price, three capital letters of ISO 4217
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
    long aboveInput,
    BigDecimal perMillion,
    String currency,
    LocalDate from,
    Optional<LocalDate> to,
    String source)
    implements Serializable {

  /** The currency that costs are counted in. */
  public static final String US_DOLLAR = "USD";

  private static final BigDecimal MAXIMUM = BigDecimal.valueOf(1_000_000);
  private static final int DECIMALS = 18;
  private static final int LARGEST_PLAIN_SCALE = 100;

  /** A million tokens at a dollar cost 10^12 picodollars, so one token costs 10^6 of them. */
  private static final int PICO_PER_TOKEN = 6;

  public Price {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(source, "source");
    requireText(model, "model");
    requireText(tier, "tier");
    if (match == Match.REGEX) {
      BoundedPattern.of(model);
    }
    requireAmount(perMillion, model);
    ExchangeRate.requireCurrency(currency);
    if (aboveInput < 0) {
      throw new IllegalArgumentException(
          "The price of %s must begin above 0 input tokens or more. Provided: %s"
              .formatted(model, aboveInput));
    }
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException(
          "The price of %s must end after it begins. Provided: from %s, to %s"
              .formatted(model, from, to.get()));
    }
  }

  /** A price in US dollars, whatever the length of the input. */
  public Price(
      String provider,
      String model,
      Match match,
      Meter meter,
      String tier,
      BigDecimal usdPerMillion,
      LocalDate from,
      Optional<LocalDate> to,
      String source) {
    this(provider, model, match, meter, tier, 0, usdPerMillion, US_DOLLAR, from, to, source);
  }

  private static void requireText(String text, String name) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "A price needs a %s. Provided: \"%s\"".formatted(name, text));
    }
  }

  private static void requireAmount(BigDecimal price, String model) {
    Objects.requireNonNull(price, "perMillion");
    if (price.signum() < 0 || price.compareTo(MAXIMUM) > 0) {
      throw new IllegalArgumentException(
          "The price of %s must be between 0 and %s per million tokens. Provided: %s"
              .formatted(model, MAXIMUM, plain(price)));
    }
    if (price.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "The price of %s must have at most %s decimals. Provided: %s"
              .formatted(model, DECIMALS, plain(price)));
    }
  }

  /** Without exponent, unless it is one that would fill the heap. */
  static String plain(BigDecimal amount) {
    return Math.abs((long) amount.scale()) > LARGEST_PLAIN_SCALE
        ? amount.toString()
        : amount.toPlainString();
  }

  /** The price of one token in 10^-12 of the currency, exactly. */
  BigDecimal picoPerToken() {
    return perMillion.movePointRight(PICO_PER_TOKEN);
  }

  /** Whether it holds on that day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }

  /** {@link Optional} is not serializable, hence another form on the wire. */
  private Object writeReplace() {
    return new Wire(
        provider,
        model,
        match,
        meter,
        tier,
        aboveInput,
        perMillion,
        currency,
        from,
        to.orElse(null),
        source);
  }

  private record Wire(
      String provider,
      String model,
      Match match,
      Meter meter,
      String tier,
      long aboveInput,
      BigDecimal perMillion,
      String currency,
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
          aboveInput,
          perMillion,
          currency,
          from,
          Optional.ofNullable(to),
          source);
    }
  }
}
