package io.nightaudit.metrics.pricing;

import java.util.List;
import java.util.Objects;

/**
 * What a public price list holds in the terms of a {@link PriceBook}, and what of it does not fit.
 *
 * @param prices the prices, ordered as in the list
 * @param skipped what was left out, ordered as in the list; whoever relies on the prices reads it
 */
public record ImportedPrices(List<Price> prices, List<Skipped> skipped) {
  public ImportedPrices {
    prices = List.copyOf(prices);
    skipped = List.copyOf(skipped);
  }

  /**
   * One entry that is not among the prices.
   *
   * @param model the model's name in the list
   * @param field the field of the list
   * @param reason why it was left out
   */
  public record Skipped(String model, String field, String reason) {
    public Skipped {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
