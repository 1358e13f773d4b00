package io.nightaudit.jobs.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One charge: one meter of one line of the cost ledger on one night.
 *
 * <p>The unit price is what a unit cost on average that night; the cost of the row is the product
 * of the two doubles that it shows, so that price times quantity is the cost to the last bit. The
 * exact sum of the ledger stands beside it.
 *
 * @param night the night
 * @param line the line of the ledger; its cost is known
 * @param account whose bill it is
 * @param zone time zone of the nights
 * @param priceBook what identifies the prices
 */
public record FocusCharge(
    LocalDate night, CostLine line, String account, ZoneId zone, String priceBook) {
  private static final int PICO_DIGITS = 12;
  private static final String NOT_NAMED = "not recorded";

  /** Who pays within the account: the first of these that the archive has. */
  private static final List<Column> PAYERS =
      List.of(Column.TEAM_ID, Column.PROJECT_ID, Column.COST_CENTER, Column.TENANT);

  private static final Map<String, String> METERS =
      Map.of(
          "input", "Input Tokens",
          "output", "Output Tokens",
          "cache-read", "Cache Read Input Tokens",
          "cache-write", "Cache Write Input Tokens",
          "cache-write-1h", "Cache Write 1h Input Tokens",
          "reasoning", "Reasoning Tokens",
          "reported", "Reported Cost");

  public FocusCharge {
    if (!line.priced()) {
      throw new IllegalArgumentException(
          "the line %s of %s has no known cost; FOCUS has no place for it"
              .formatted(line.key().key(), night));
    }
  }

  /** Tokens, or interactions where a cost was reported without any token. */
  double quantity() {
    return line.tokens() > 0 ? line.tokens() : line.interactions();
  }

  String unit() {
    return line.tokens() > 0 ? "Tokens" : "Requests";
  }

  double unitPrice() {
    return exact().doubleValue() / quantity();
  }

  double cost() {
    return unitPrice() * quantity();
  }

  private BigDecimal exact() {
    return BigDecimal.valueOf(line.picoDollars(), PICO_DIGITS);
  }

  String exactCost() {
    return exact().toPlainString();
  }

  double interactions() {
    return line.interactions();
  }

  String billingAccount() {
    return account;
  }

  /** The night as it was in its own time zone. */
  Instant start() {
    return night.atStartOfDay(zone).toInstant();
  }

  Instant end() {
    return night.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The month of the bill, which is one of UTC. */
  Instant monthStart() {
    return month().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant monthEnd() {
    return month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private YearMonth month() {
    return YearMonth.from(start().atZone(ZoneOffset.UTC));
  }

  String provider() {
    return or(dimension(Column.PROVIDER), NOT_NAMED);
  }

  String model() {
    return or(dimension(Column.RESPONSE_MODEL), or(dimension(Column.REQUEST_MODEL), NOT_NAMED));
  }

  String tier() {
    return or(dimension(Column.SERVICE_TIER), "standard");
  }

  String application() {
    return dimension(Column.APP_NAME);
  }

  String meter() {
    return line.meter();
  }

  String meterName() {
    return METERS.getOrDefault(line.meter(), line.meter());
  }

  String sku() {
    return provider() + "/" + model() + ":" + line.meter();
  }

  String skuPrice() {
    return sku() + "@" + tier() + "@" + priceBook;
  }

  String description() {
    return meterName() + " of " + model();
  }

  String subAccount() {
    return PAYERS.stream()
        .map(this::dimension)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  String priceDetails() {
    SortedMap<String, String> details = new TreeMap<>();
    details.put("x_Model", model());
    details.put("x_ServiceTier", tier());
    details.put("x_TokenType", line.meter());
    return json(details);
  }

  /** Everything that the ledger knows of who caused it. */
  String tags() {
    SortedMap<String, String> tags = new TreeMap<>();
    line.key()
        .dimensions()
        .forEach(
            (name, value) -> {
              if (!value.equals(Slice.UNKNOWN)) {
                tags.put(name, value);
              }
            });
    return json(tags);
  }

  private static String json(SortedMap<String, String> entries) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    entries.forEach(object::put);
    return object.toString();
  }

  private String dimension(Column column) {
    String value = line.key().dimensions().get(column.id());
    return value == null || value.equals(Slice.UNKNOWN) ? null : value;
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
