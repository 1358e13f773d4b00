package io.nightaudit.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FocusChargeTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** Columns that FOCUS 1.2 calls mandatory and not null. */
  private static final Set<FocusColumn> NEVER_NULL =
      Set.of(
          FocusColumn.BILLED_COST,
          FocusColumn.EFFECTIVE_COST,
          FocusColumn.LIST_COST,
          FocusColumn.CONTRACTED_COST,
          FocusColumn.BILLING_ACCOUNT_ID,
          FocusColumn.BILLING_CURRENCY,
          FocusColumn.BILLING_PERIOD_START,
          FocusColumn.BILLING_PERIOD_END,
          FocusColumn.CHARGE_PERIOD_START,
          FocusColumn.CHARGE_PERIOD_END,
          FocusColumn.CHARGE_CATEGORY,
          FocusColumn.INVOICE_ISSUER_NAME,
          FocusColumn.PROVIDER_NAME,
          FocusColumn.PUBLISHER_NAME,
          FocusColumn.SERVICE_CATEGORY,
          FocusColumn.SERVICE_NAME);

  private static FocusCharge charge(Slice key, String meter, long tokens, long pico) {
    return new FocusCharge(
        LocalDate.parse("2026-11-01"),
        new CostLine(key, meter, 7, tokens, pico, true),
        "shop",
        ZONE,
        "0123456789ab");
  }

  @Test
  void of_anyLine_priceTimesQuantityIsTheCostToTheLastBit() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      FocusCharge charge =
          charge(Slice.ALL, "input", random.nextLong(0, 1L << 40), random.nextLong(0, 1L << 60));
      List<Object> row = FocusColumn.row(charge);
      double price = (double) row.get(FocusColumn.LIST_UNIT_PRICE.ordinal());
      double quantity = (double) row.get(FocusColumn.PRICING_QUANTITY.ordinal());

      assertThat((double) row.get(FocusColumn.LIST_COST.ordinal())).isEqualTo(price * quantity);
      double exact = Double.parseDouble(charge.exactCost());
      assertThat(charge.cost()).isCloseTo(exact, within(exact * 1e-15));
    }
  }

  @Test
  void of_lineWithAllKeys_saysWhoAndWhat() {
    FocusCharge charge =
        charge(
            Slice.of(
                "provider", "openai",
                "response_model", "gpt-4o",
                "request_model", "gpt",
                "service_tier", "flex",
                "team_id", "blue",
                "tenant", "(unknown)",
                "app_name", "chat"),
            "cache-read",
            1_000,
            2_000_000_000L);

    assertThat(charge.sku()).isEqualTo("openai/gpt-4o:cache-read");
    assertThat(charge.skuPrice()).isEqualTo("openai/gpt-4o:cache-read@flex@0123456789ab");
    assertThat(charge.subAccount()).isEqualTo("blue");
    assertThat(charge.meterName()).isEqualTo("Cache Read Input Tokens");
    assertThat(charge.unit()).isEqualTo("Tokens");
    assertThat(charge.cost()).isEqualTo(0.002);
    assertThat(charge.tags()).contains("\"app_name\":\"chat\"").doesNotContain("unknown");
    // The night of Berlin began in October of UTC, whose month the bill is of.
    assertThat(charge.start()).hasToString("2026-10-31T23:00:00Z");
    assertThat(charge.monthStart()).hasToString("2026-10-01T00:00:00Z");
    assertThat(charge.monthEnd()).hasToString("2026-11-01T00:00:00Z");
  }

  @Test
  void of_lineWithoutKeys_leavesNoMandatoryColumnEmpty() {
    FocusCharge charge = charge(Slice.ALL, "reported", 0, 5);

    NEVER_NULL.forEach(column -> assertThat(column.of(charge)).as(column.title()).isNotNull());
    for (FocusColumn column : FocusColumn.values()) {
      Object value = column.of(charge);
      assertThat(value == null || column.type().isInstance(value)).as(column.title()).isTrue();
    }
    assertThat(charge.unit()).isEqualTo("Requests");
    assertThat(charge.quantity()).isEqualTo(7);
  }

  @Test
  void new_lineWithoutAPrice_isRefused() {
    CostLine unpriced = new CostLine(Slice.ALL, "unpriced", 1, 1, 0, false);

    assertThatThrownBy(
            () ->
                new FocusCharge(LocalDate.parse("2026-11-01"), unpriced, "shop", ZONE, "reported"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no known cost");
  }
}
