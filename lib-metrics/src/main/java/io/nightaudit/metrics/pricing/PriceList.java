package io.nightaudit.metrics.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the prices of a public list: what fits, once; and why the rest does not. */
final class PriceList {
  /** Prices are decimals: 0.1 must stay 0.1. */
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  static final String STANDARD = "standard";

  private final String source;
  private final List<Price> prices = new ArrayList<>();
  private final List<ImportedPrices.Skipped> skipped = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();

  PriceList(String source) {
    this.source = source;
  }

  static JsonNode read(String json, String name) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The price list of %s is no valid JSON: %s".formatted(name, e.getOriginalMessage()), e);
    }
  }

  void skip(String model, String field, String reason) {
    skipped.add(new ImportedPrices.Skipped(model, field, reason));
  }

  /** Adds a price unless it cannot be one; where two say the same, the first counts. */
  void add(Entry entry, JsonNode amount, int shift) {
    if (!amount.isNumber()) {
      skip(entry.model(), entry.field(), "is " + amount.getNodeType() + ", not a number");
      return;
    }
    BigDecimal perMillion = amount.decimalValue().movePointRight(shift);
    try {
      Price price = entry.price(perMillion, source);
      if (seen.add(entry.key())) {
        prices.add(price);
      } else if (!prices.contains(price)) {
        skip(entry.model(), entry.field(), "another entry of this list gives another price first");
      }
    } catch (IllegalArgumentException e) {
      skip(entry.model(), entry.field(), e.getMessage());
    }
  }

  ImportedPrices result() {
    return new ImportedPrices(prices, skipped);
  }

  /** Where a price of the list belongs. */
  record Entry(
      String provider,
      String model,
      Match match,
      Meter meter,
      String tier,
      long aboveInput,
      LocalDate from,
      Optional<LocalDate> to,
      String field) {

    Price price(BigDecimal perMillion, String source) {
      return new Price(
          provider,
          model,
          match,
          meter,
          tier,
          aboveInput,
          perMillion,
          Price.US_DOLLAR,
          from,
          to,
          source);
    }

    List<Object> key() {
      return List.of(provider, model, match, meter, tier, aboveInput, from);
    }
  }
}
