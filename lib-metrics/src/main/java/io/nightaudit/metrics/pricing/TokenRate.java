package io.nightaudit.metrics.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What one token costs in picodollars for interactions of more than some input tokens.
 *
 * @param aboveInput it holds above so many input tokens
 * @param whole the price where it is a whole number, the usual case, which needs no decimals
 * @param exact the price where it is not
 */
record TokenRate(long aboveInput, long whole, Optional<BigDecimal> exact) {

  static TokenRate of(long aboveInput, BigDecimal picoDollars) {
    BigDecimal price = picoDollars.stripTrailingZeros();
    return price.scale() <= 0
        ? new TokenRate(aboveInput, price.longValueExact(), Optional.empty())
        : new TokenRate(aboveInput, 0, Optional.of(price));
  }

  /** Cost of the tokens in picodollars, rounded half to even where it is no whole number. */
  long cost(long tokens) {
    return exact.isEmpty()
        ? Math.multiplyExact(tokens, whole)
        : exact
            .get()
            .multiply(BigDecimal.valueOf(tokens))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }
}
