package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.PriceSettings;
import io.nightaudit.metrics.pricing.PriceBook;
import io.nightaudit.metrics.pricing.PricedUsage;
import io.nightaudit.metrics.pricing.Usage;
import java.time.LocalDate;

/** What an interaction cost: as reported, or from the price book, or unknown with the reason. */
final class Pricing {
  private static final double PICO = 1e-12;

  private final boolean preferReported;
  private final boolean empty;
  private final PriceBook.Pricer pricer;
  private PricedUsage priced;
  private double reported;

  Pricing(PriceSettings settings) {
    this.preferReported = settings.preferReported();
    this.empty = settings.book().prices().isEmpty();
    this.pricer = settings.book().pricer();
  }

  /** The cost in USD, NaN where it is not known. */
  double price(RowObservation row) {
    reported = row.number(Column.REPORTED_COST);
    priced = null;
    if (!empty && !(preferReported && !Double.isNaN(reported))) {
      priced = fromBook(row);
    }
    return usesBook() ? priced.picoDollars() * PICO : reported;
  }

  /** Whether the row's cost comes from the price book. */
  boolean usesBook() {
    return priced != null && priced.unpricedReason().isEmpty();
  }

  /** The priced usage, by meter; only where {@link #usesBook} holds. */
  PricedUsage priced() {
    return priced;
  }

  /** The cost as the archive reports it, NaN where it does not. */
  double reported() {
    return reported;
  }

  /** Why there is no cost, empty where there is one. */
  String unpricedReason() {
    if (usesBook() || !Double.isNaN(reported)) {
      return "";
    }
    return priced == null ? "no reported cost" : priced.unpricedReason();
  }

  private PricedUsage fromBook(RowObservation row) {
    String response = row.category(Column.RESPONSE_MODEL);
    String model = response == null ? row.category(Column.REQUEST_MODEL) : response;
    Usage usage =
        new Usage(
            count(row, Column.INPUT_TOKENS),
            count(row, Column.OUTPUT_TOKENS),
            count(row, Column.CACHE_READ_TOKENS),
            count(row, Column.CACHE_WRITE_TOKENS),
            count(row, Column.REASONING_TOKENS),
            count(row, Column.CACHE_WRITE_1H_TOKENS));
    LocalDate day = LocalDate.ofEpochDay(row.epochDay());
    return pricer.price(
        orEmpty(row.category(Column.PROVIDER)), orEmpty(model), tier(row), day, usage);
  }

  private static String tier(RowObservation row) {
    String tier = row.category(Column.SERVICE_TIER);
    return tier == null ? "standard" : tier;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static long count(RowObservation row, Column column) {
    return row.has(column) ? (long) row.number(column) : -1;
  }
}
