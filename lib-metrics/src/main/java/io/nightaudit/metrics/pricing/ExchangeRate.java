package io.nightaudit.metrics.pricing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a unit of a currency was worth in US dollars from a day on, until a later rate.
 *
 * @param currency three capital letters of ISO 4217, not USD
 * @param usdPerUnit US dollars for one unit, above 0 and at most 1,000,000, at most 18 decimals
 * @param from first day, inclusive
 * @param source where the rate was published
 */
public record ExchangeRate(String currency, BigDecimal usdPerUnit, LocalDate from, String source)
    implements Serializable {

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final BigDecimal MAXIMUM = BigDecimal.valueOf(1_000_000);
  private static final int DECIMALS = 18;

  public ExchangeRate {
    requireCurrency(currency);
    Objects.requireNonNull(usdPerUnit, "usdPerUnit");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(source, "source");
    if (currency.equals(Price.US_DOLLAR)) {
      throw new IllegalArgumentException(
          "An exchange rate of USD is always 1; remove it. Provided: " + Price.plain(usdPerUnit));
    }
    if (usdPerUnit.signum() <= 0
        || usdPerUnit.compareTo(MAXIMUM) > 0
        || usdPerUnit.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "The rate of %s must be above 0 and at most %s US dollars with at most %s decimals. Provided: %s"
              .formatted(currency, MAXIMUM, DECIMALS, Price.plain(usdPerUnit)));
    }
  }

  static void requireCurrency(String currency) {
    if (currency == null || !CODE.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "A currency is three capital letters, such as EUR. Provided: \"%s\"".formatted(currency));
    }
  }
}
