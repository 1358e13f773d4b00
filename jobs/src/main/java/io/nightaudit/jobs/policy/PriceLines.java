package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.metrics.pricing.Price;
import java.util.List;

/** Writes prices as {@code prices.book} reads them: a list of one line each, JSON within YAML. */
public final class PriceLines {
  private static final String STANDARD = "standard";

  private PriceLines() {}

  /**
   * The list; what is the default in the configuration is left out.
   *
   * @throws IllegalArgumentException if a price is not in US dollars, which the configuration is in
   */
  public static String of(List<Price> prices) {
    StringBuilder text = new StringBuilder();
    prices.forEach(price -> text.append("- ").append(line(price)).append('\n'));
    return text.toString();
  }

  private static ObjectNode line(Price price) {
    if (!price.currency().equals(Price.US_DOLLAR)) {
      throw new IllegalArgumentException(
          "A price of the configuration is in USD; convert that of %s. Provided: %s"
              .formatted(price.model(), price.currency()));
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    if (!price.provider().isEmpty()) {
      line.put("provider", price.provider());
    }
    line.put("model", price.model());
    line.put("match", price.match().id());
    line.put("meter", price.meter().id());
    if (!price.tier().equals(STANDARD)) {
      line.put("tier", price.tier());
    }
    if (price.aboveInput() > 0) {
      line.put("above-input", price.aboveInput());
    }
    line.put("usd-per-million", price.perMillion());
    line.put("from", price.from().toString());
    price.to().ifPresent(to -> line.put("to", to.toString()));
    line.put("source", price.source());
    return line;
  }
}
