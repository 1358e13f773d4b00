package io.nightaudit.metrics.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private static final int LARGEST_SCALE = 100;

  private final String source;
  private final Map<List<Object>, Price> prices = new LinkedHashMap<>();
  private final List<ImportedPrices.Skipped> skipped = new ArrayList<>();

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
    try {
      Price price = entry.price(perMillion(amount.decimalValue(), shift), source);
      Price first = prices.putIfAbsent(entry.key(), price);
      if (first != null && !first.equals(price)) {
        skip(entry.model(), entry.field(), "another entry of this list gives another price first");
      }
    } catch (IllegalArgumentException e) {
      skip(entry.model(), entry.field(), e.getMessage());
    }
  }

  /** An exponent of a billion is refused here: written out, it would fill the heap. */
  private static BigDecimal perMillion(BigDecimal amount, int shift) {
    if (Math.abs((long) amount.scale()) > LARGEST_SCALE) {
      throw new IllegalArgumentException(
          "The exponent of a price must be within ±%s. Provided: %s"
              .formatted(LARGEST_SCALE, amount));
    }
    return amount.movePointRight(shift);
  }

  ImportedPrices result() {
    return new ImportedPrices(List.copyOf(prices.values()), skipped);
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
