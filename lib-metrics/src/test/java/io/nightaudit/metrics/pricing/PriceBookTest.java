package io.nightaudit.metrics.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private static final PriceBook BOOK =
      PriceBook.of(
          List.of(
              price(Match.EQUALS, "mini", Meter.INPUT, "0.15"),
              price(Match.EQUALS, "mini", Meter.OUTPUT, "0.60"),
              price(Match.EQUALS, "mini", Meter.CACHE_READ, "0.075"),
              price(Match.EQUALS, "thinker", Meter.INPUT, "1.10"),
              price(Match.EQUALS, "thinker", Meter.OUTPUT, "4.40"),
              price(Match.EQUALS, "thinker", Meter.CACHE_WRITE, "1.375"),
              price(Match.EQUALS, "thinker", Meter.REASONING, "2.20")));

  private static Price price(Match match, String model, Meter meter, String usdPerMillion) {
    return price("", match, model, meter, "standard", usdPerMillion, START, Optional.empty());
  }

  private static Price price(
      String provider,
      Match match,
      String model,
      Meter meter,
      String tier,
      String usdPerMillion,
      LocalDate from,
      Optional<LocalDate> to) {
    return new Price(
        provider,
        model,
        match,
        meter,
        tier,
        new BigDecimal(usdPerMillion),
        from,
        to,
        "sample price");
  }

  private static PricedUsage price(PriceBook book, String model, Usage usage) {
    return book.price("", model, "", DAY, usage);
  }

  // Expected picodollars by hand: tokens × US dollars per million × 10^6.
  @ParameterizedTest
  @CsvSource({
    "mini,    1000,  200,   -1, -1,  -1,  270000000", // 1000·150000 + 200·600000
    "mini,    1000,  200,  400, -1,  -1,  240000000", // 600·150000 + 400·75000 + 200·600000
    "mini,    1000,  200,    0,  0, 150,  270000000", // reasoning costs what output costs
    "thinker,  100,  500,   -1, -1, 300, 1650000000", // 100·1.1e6 + 200·4.4e6 + 300·2.2e6
    "thinker,  100,    0,    0, 40,   0,  121000000", // 60·1.1e6 + 40·1.375e6
    "mini,       0,    0,    0,  0,   0,          0",
    "mini,       1,    0,    0,  0,   0,     150000",
  })
  void price_tokensOfSeveralMeters_isTheSumOverMeters(
      String model, long input, long output, long read, long write, long reasoning, long expected) {
    PricedUsage cost = price(BOOK, model, new Usage(input, output, read, write, reasoning));

    assertThat(cost.priced()).isTrue();
    assertThat(cost.picoDollars()).isEqualTo(expected);
    assertThat(Arrays.stream(cost.picoByMeter()).sum()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "other,     10, 10, 0, 0, 0, no price for model other on 2026-11-01",
    "'',        10, 10, 0, 0, 0, model unknown",
    "mini,      -1, 10, 0, 0, 0, input tokens unknown",
    "mini,      10, -1, 0, 0, 0, output tokens unknown",
    "mini,      10, 10, 0, 4, 0, no cache-write price for model mini",
    "thinker,   10, 10, 4, 0, 0, no cache-read price for model thinker",
    "mini,      10, 10, 8, 3, 0, more cached tokens than input tokens",
    "mini,      10, 10, 0, 0, 11, more reasoning tokens than output tokens",
    "mini, 9000000000000000000, 10, 0, 0, 0, cost above 9 million US dollars for one interaction",
  })
  void price_whatCannotBePriced_saysWhyAndCostsNothing(
      String model, long input, long output, long read, long write, long reasoning, String reason) {
    PricedUsage cost = price(BOOK, model, new Usage(input, output, read, write, reasoning));

    assertThat(cost).isEqualTo(new PricedUsage(0, reason, new long[6]));
    assertThat(cost.priced()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, 150000, ''",
    "2026-01-01, 100000, ''", // the first day of the new price; the old one ended the day before
    "2026-06-01,  90000, ''", // both hold: the latest beginning counts
    "2023-12-31,      0, no price for model mini on 2023-12-31",
  })
  void price_changedPrice_isThatOfTheDay(LocalDate day, long expected, String reason) {
    LocalDate newYear = LocalDate.of(2026, 1, 1);
    PriceBook book =
        PriceBook.of(
            List.of(
                dated("0.09", LocalDate.of(2026, 6, 1), Optional.empty()),
                dated("0.15", START, Optional.of(newYear)),
                dated("0.1", newYear, Optional.empty())));

    assertThat(book.price("", "mini", "standard", day, Usage.of(1, 0)))
        .extracting(PricedUsage::picoDollars, PricedUsage::unpricedReason)
        .containsExactly(expected, reason);
  }

  private static Price dated(String usdPerMillion, LocalDate from, Optional<LocalDate> to) {
    return price("", Match.EQUALS, "mini", Meter.INPUT, "standard", usdPerMillion, from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-mini,      1", // equal
    "gpt-4o-mini-2026, 2", // longest beginning
    "gpt-4o-2026,      3",
    "my-4o-mini,       4", // longest part
    "my-4o,            5",
  })
  void price_severalMatches_takesTheBest(String model, long expected) {
    PriceBook book =
        PriceBook.of(
            List.of(
                price(Match.CONTAINS, "4o", Meter.INPUT, "0.000005"),
                price(Match.CONTAINS, "4o-mini", Meter.INPUT, "0.000004"),
                price(Match.STARTS_WITH, "gpt-4o", Meter.INPUT, "0.000003"),
                price(Match.STARTS_WITH, "gpt-4o-mini", Meter.INPUT, "0.000002"),
                price(Match.EQUALS, "gpt-4o-mini", Meter.INPUT, "0.000001")));

    assertThat(price(book, model, Usage.of(1, 0)).picoDollars()).isEqualTo(expected);
  }

  @Test
  void price_cachePriceOfAnotherMatch_isNotBorrowed() {
    PriceBook book =
        PriceBook.of(
            List.of(
                price(Match.STARTS_WITH, "gpt-4o", Meter.INPUT, "2.5"),
                price(Match.STARTS_WITH, "gpt-4o", Meter.CACHE_READ, "1.25"),
                price(Match.EQUALS, "gpt-4o-mini", Meter.INPUT, "0.15")));

    assertThat(price(book, "gpt-4o-mini", new Usage(10, 0, 5, 0, 0)).unpricedReason())
        .isEqualTo("no cache-read price for model gpt-4o-mini");
  }

  @Test
  void price_tiers_areKeptApart() {
    PriceBook book =
        PriceBook.of(
            List.of(
                price(Match.EQUALS, "mini", Meter.INPUT, "0.15"),
                price(
                    "",
                    Match.EQUALS,
                    "mini",
                    Meter.INPUT,
                    "batch",
                    "0.075",
                    START,
                    Optional.empty())));

    assertThat(book.price("", "mini", "batch", DAY, Usage.of(1, 0)).picoDollars()).isEqualTo(75000);
    assertThat(book.price("", "mini", "", DAY, Usage.of(1, 0)).picoDollars()).isEqualTo(150000);
    assertThat(book.price("", "mini", "flex", DAY, Usage.of(1, 0)).unpricedReason())
        .isEqualTo("no price for model mini in tier flex on 2026-11-01");
  }

  @ParameterizedTest
  @CsvSource({
    "azure,  165000, ''",
    "openai, 150000, ''",
    "other,       0, no price for model mini on 2026-11-01",
    "'',          0, the price of model mini depends on the provider: azure or openai",
  })
  void price_providers_areKeptApart(String provider, long expected, String reason) {
    PriceBook book = PriceBook.of(List.of(provided("openai", "0.15"), provided("azure", "0.165")));

    assertThat(book.price(provider, "mini", "", DAY, Usage.of(1, 0)))
        .extracting(PricedUsage::picoDollars, PricedUsage::unpricedReason)
        .containsExactly(expected, reason);
  }

  @Test
  void price_unknownProviderAndOnePrice_takesIt() {
    PriceBook book = PriceBook.of(List.of(provided("openai", "0.15")));

    assertThat(price(book, "mini", Usage.of(1, 0)).picoDollars()).isEqualTo(150000);
  }

  private static Price provided(String provider, String usdPerMillion) {
    return price(
        provider,
        Match.EQUALS,
        "mini",
        Meter.INPUT,
        "standard",
        usdPerMillion,
        START,
        Optional.empty());
  }

  @Test
  void price_randomUsage_equalsDecimalArithmetic() {
    SplittableRandom random = new SplittableRandom(20261101);
    PriceBook.Pricer pricer = BOOK.pricer();
    BigDecimal total = BigDecimal.ZERO;
    long sum = 0;
    for (int i = 0; i < 10_000; i++) {
      long input = random.nextLong(2_000_000);
      long read = random.nextLong(input + 1);
      long output = random.nextLong(100_000);
      total =
          total
              .add(new BigDecimal("0.15").multiply(BigDecimal.valueOf(input - read)))
              .add(new BigDecimal("0.075").multiply(BigDecimal.valueOf(read)))
              .add(new BigDecimal("0.60").multiply(BigDecimal.valueOf(output)));
      sum += pricer.price("", "mini", "", DAY, new Usage(input, output, read, 0, 0)).picoDollars();
    }

    assertThat(BigDecimal.valueOf(sum, 12)).isEqualByComparingTo(total.movePointLeft(6));
  }

  @Test
  void price_moreModelsThanRemembered_staysRight() {
    PriceBook.Pricer pricer = BOOK.pricer();
    for (int i = 0; i < 10_000; i++) {
      assertThat(pricer.price("", "mini" + i, "", DAY, Usage.of(1, 0)).priced()).isFalse();
    }

    assertThat(pricer.price("", "mini", "", DAY, Usage.of(1, 0)).picoDollars()).isEqualTo(150000);
  }

  @Test
  void of_twoPricesFromTheSameDay_isRefused() {
    List<Price> twice = List.of(provided("openai", "0.15"), provided("openai", "0.2"));

    assertThatThrownBy(() -> PriceBook.of(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The price book has two input prices of mini in tier standard from 2024-01-01; remove"
                + " one.");
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1000000.5", "0.0000000000000000001"})
  void newPrice_negativeOrHugeOrTooFine_isRefused(String usdPerMillion) {
    assertThatThrownBy(() -> provided("openai", usdPerMillion))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Provided: " + usdPerMillion);
  }

  @Test
  void newPrice_endsBeforeItBegins_isRefused() {
    assertThatThrownBy(() -> dated("1", DAY, Optional.of(DAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must end after it begins");
  }

  @Test
  void newUsage_belowUnknown_isRefused() {
    assertThatThrownBy(() -> Usage.of(-2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Provided: -2");
  }

  @Test
  void serialization_roundTrip_pricesAsBefore() throws Exception {
    List<Price> prices = new ArrayList<>(BOOK.prices());
    prices.add(dated("9", LocalDate.of(2020, 1, 1), Optional.of(START)));
    PriceBook book = PriceBook.of(prices);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(book);
    }

    PriceBook copy;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      copy = (PriceBook) in.readObject();
    }

    assertThat(copy.prices()).isEqualTo(prices);
    assertThat(price(copy, "mini", Usage.of(7, 7))).isEqualTo(price(BOOK, "mini", Usage.of(7, 7)));
  }

  @Test
  void empty_anyModel_isUnpriced() {
    assertThat(price(PriceBook.empty(), "mini", Usage.of(1, 1)).unpricedReason())
        .isEqualTo("no price for model mini on 2026-11-01");
  }

  @Test
  void id_ofMetersAndMatches_isKebabCase() {
    assertThat(Meter.CACHE_READ.id()).isEqualTo("cache-read");
    assertThat(Match.STARTS_WITH.id()).isEqualTo("starts-with");
  }
}
