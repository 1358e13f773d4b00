package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.pricing.Match;
import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.Price;
import io.nightaudit.metrics.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the price book. */
final class PriceBinder {
  private static final Pointer AT = Pointer.of("prices");

  private final Problems problems;

  PriceBinder(Problems problems) {
    this.problems = problems;
  }

  PriceSettings bind(JsonNode prices) {
    boolean preferReported = prices.path("prefer").asText().equals("reported");
    List<Price> book = new ArrayList<>();
    int index = 0;
    for (JsonNode price : prices.path("book")) {
      price(price, AT.child("book").child(String.valueOf(index++))).ifPresent(book::add);
    }
    if (!preferReported && prices.path("book").isEmpty() && problems.isEmpty()) {
      problems.of(AT.child("prefer"), "is book, but there is none; add prices.book");
    }
    return new PriceSettings(preferReported, book(book));
  }

  private PriceBook book(List<Price> prices) {
    try {
      return PriceBook.of(prices);
    } catch (IllegalArgumentException e) {
      problems.of(AT.child("book"), "contradicts itself: " + e.getMessage());
      return PriceBook.empty();
    }
  }

  private Optional<Price> price(JsonNode node, Pointer at) {
    try {
      return Optional.of(
          new Price(
              node.path("provider").asText(),
              node.path("model").asText(),
              Match.valueOf(constant(node.path("match"))),
              Meter.valueOf(constant(node.path("meter"))),
              node.path("tier").asText(),
              node.path("above-input").asLong(),
              BigDecimal.valueOf(node.path("usd-per-million").asDouble()),
              Price.US_DOLLAR,
              LocalDate.parse(node.path("from").asText()),
              node.has("to")
                  ? Optional.of(LocalDate.parse(node.path("to").asText()))
                  : Optional.empty(),
              node.path("source").asText()));
    } catch (DateTimeParseException e) {
      problems.of(at, "has the date " + e.getParsedString() + ", which is in no calendar");
    } catch (IllegalArgumentException e) {
      problems.of(at, "does not hold: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String constant(JsonNode node) {
    return node.asText().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
