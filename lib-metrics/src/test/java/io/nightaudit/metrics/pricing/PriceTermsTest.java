package io.nightaudit.metrics.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Currencies, prices by length of input, hours in the cache and patterns of names. */
class PriceTermsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static Price price(Match match, String model, Meter meter, long above, String amount) {
    return price(match, model, meter, above, amount, Price.US_DOLLAR);
  }

  private static Price price(
      Match match, String model, Meter meter, long above, String amount, String currency) {
    return new Price(
        "",
        model,
        match,
        meter,
        "standard",
        above,
        new BigDecimal(amount),
        currency,
        LocalDate.of(2026, 1, 1),
        Optional.empty(),
        "list");
  }

  private static PricedUsage cost(PriceBook book, Usage usage) {
    return book.price("", "m", "", DAY, usage);
  }

  @ParameterizedTest
  @CsvSource({
    // 3 tokens at 0.15 EUR a million, 1.0832 dollars a euro: 3 * 162480 picodollars
    "2026-11-01, 3, 487440",
    // before the first rate
    "2026-09-30, 3, -1",
    // 1.16 dollars a euro
    "2026-10-31, 3, 522000"
  })
  void price_inEuro_takesTheRateOfTheDay(LocalDate day, long tokens, long picoDollars) {
    PriceBook book =
        PriceBook.of(
            List.of(price(Match.EQUALS, "m", Meter.INPUT, 0, "0.15", "EUR")),
            List.of(
                new ExchangeRate("EUR", new BigDecimal("1.0832"), LocalDate.of(2026, 11, 1), "s"),
                new ExchangeRate("EUR", new BigDecimal("1.16"), LocalDate.of(2026, 10, 1), "s")));

    PricedUsage cost = book.price("", "m", "", day, Usage.of(tokens, 0));

    assertThat(cost.priced()).isEqualTo(picoDollars >= 0);
    assertThat(cost.picoDollars()).isEqualTo(Math.max(0, picoDollars));
    if (picoDollars < 0) {
      assertThat(cost.unpricedReason()).isEqualTo("no exchange rate for EUR on " + day);
    }
  }

  /** Half a picodollar goes to the even neighbour, once for each meter. */
  @ParameterizedTest
  @CsvSource({"1, 0", "3, 2", "5, 2", "7, 4", "1000001, 500000"})
  void price_halfPicoDollars_roundsHalfToEvenOnce(long tokens, long picoDollars) {
    PriceBook book = PriceBook.of(List.of(price(Match.EQUALS, "m", Meter.INPUT, 0, "0.0000005")));

    assertThat(cost(book, Usage.of(tokens, 0)).picoDollars()).isEqualTo(picoDollars);
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "101, 202", "200, 400", "201, 603"})
  void price_aboveSomeInput_holdsForAllTokens(long input, long picoDollars) {
    PriceBook book =
        PriceBook.of(
            List.of(
                price(Match.EQUALS, "m", Meter.INPUT, 200, "0.000003"),
                price(Match.EQUALS, "m", Meter.INPUT, 0, "0.000001"),
                price(Match.EQUALS, "m", Meter.INPUT, 100, "0.000002")));

    assertThat(cost(book, Usage.of(input, 0)).picoDollars()).isEqualTo(picoDollars);
  }

  @Test
  void price_onlyAboveSomeInput_shorterIsUnpriced() {
    PriceBook book = PriceBook.of(List.of(price(Match.EQUALS, "m", Meter.INPUT, 100, "0.000003")));

    assertThat(cost(book, Usage.of(100, 0)).unpricedReason())
        .isEqualTo("no input price for model m");
  }

  /** An hour is never priced as minutes. */
  @Test
  void price_hourInCache_needsItsOwnPrice() {
    List<Price> minutes =
        List.of(
            price(Match.EQUALS, "m", Meter.INPUT, 0, "1"),
            price(Match.EQUALS, "m", Meter.CACHE_WRITE, 0, "2"));
    Usage usage = new Usage(10, 0, 0, 10, 0, 4);

    assertThat(cost(PriceBook.of(minutes), usage).unpricedReason())
        .isEqualTo("no cache-write-1h price for model m");
    PricedUsage cost =
        cost(
            PriceBook.of(
                List.of(
                    minutes.get(0),
                    minutes.get(1),
                    price(Match.EQUALS, "m", Meter.CACHE_WRITE_1H, 0, "4"))),
            usage);
    assertThat(cost.picoDollars(Meter.CACHE_WRITE)).isEqualTo(12_000_000);
    assertThat(cost.picoDollars(Meter.CACHE_WRITE_1H)).isEqualTo(16_000_000);
  }

  @Test
  void price_moreForAnHourThanWritten_isUnpriced() {
    PriceBook book = PriceBook.of(List.of(price(Match.EQUALS, "m", Meter.INPUT, 0, "1")));

    assertThat(cost(book, new Usage(10, 0, 0, 3, 0, 4)).unpricedReason())
        .isEqualTo("more tokens cached for an hour than written to the cache");
  }

  @ParameterizedTest
  @CsvSource({
    "ENDS_WITH, -mini, gpt-4o-mini, true",
    "ENDS_WITH, -mini, gpt-4o-mini-x, false",
    "REGEX, '^gpt-\\d+$', gpt-4, true",
    "REGEX, '^gpt-\\d+$', gpt-4o, false",
    "REGEX, 4o, gpt-4o, true"
  })
  void match_patterns_acceptNames(Match match, String pattern, String model, boolean accepted) {
    assertThat(match.accepts(pattern, model)).isEqualTo(accepted);
  }

  /** Backtracks 2^60 times without a bound. */
  @Test
  void match_catastrophicPattern_givesUp() {
    assertThat(Match.REGEX.accepts("^(a+)+$", "a".repeat(60) + "!")).isFalse();
  }

  /** Without a limit the search runs out of stack. */
  @Test
  void regex_veryLongName_doesNotMatch() {
    assertThat(Match.REGEX.accepts("^(a|b)*$", "ab".repeat(256))).isTrue();
    assertThat(Match.REGEX.accepts("^(a|b)*$", "ab".repeat(40_000))).isFalse();
  }

  @Test
  void price_hugeExponent_isRefusedWithoutWritingItOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> price(Match.EQUALS, "a", Meter.INPUT, 0, "1e-999999999"))
        .withMessageContaining("Provided: 1E-999999999");
  }

  @Test
  void newPrice_brokenPattern_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> price(Match.REGEX, "gpt-(", Meter.INPUT, 0, "1"))
        .withMessageContaining("Provided: gpt-(");
  }

  @ParameterizedTest
  @CsvSource({"EUR, 0", "EUR, -1", "EUR, 1000001", "USD, 1", "eur, 1", "EURO, 1"})
  void newExchangeRate_impossible_isRefused(String currency, BigDecimal rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExchangeRate(currency, rate, DAY, "s"))
        .withMessageContaining("Provided: ");
  }

  @Test
  void of_twoRatesOfOneDay_isRefused() {
    ExchangeRate rate = new ExchangeRate("EUR", BigDecimal.ONE, DAY, "s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PriceBook.of(List.of(), List.of(rate, rate)))
        .withMessageContaining("two exchange rates of EUR");
  }

  /** The parts add up, and each is its tokens times its price. */
  @Property(seed = "20261123")
  void price_anyUsage_isTheSumOfItsMeters(
      @ForAll @LongRange(max = 1_000_000_000) long fresh,
      @ForAll @LongRange(max = 1_000_000_000) long read,
      @ForAll @LongRange(max = 1_000_000_000) long minutes,
      @ForAll @LongRange(max = 1_000_000_000) long hour,
      @ForAll @LongRange(max = 1_000_000_000) long answer,
      @ForAll @LongRange(max = 1_000_000_000) long reasoning,
      @ForAll @IntRange(min = 1, max = 1_000) int price) {
    List<Price> prices =
        java.util.Arrays.stream(Meter.values())
            .map(
                meter ->
                    price(
                        Match.EQUALS, "m", meter, 0, BigDecimal.valueOf(price, 6).toPlainString()))
            .toList();
    Usage usage =
        new Usage(
            fresh + read + minutes + hour,
            answer + reasoning,
            read,
            minutes + hour,
            reasoning,
            hour);

    PricedUsage cost = cost(PriceBook.of(prices), usage);

    assertThat(cost.picoDollars())
        .isEqualTo(price * (fresh + read + minutes + hour + answer + reasoning));
    assertThat(cost.picoDollars(Meter.CACHE_WRITE_1H)).isEqualTo(price * hour);
  }
}
