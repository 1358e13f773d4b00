package io.nightaudit.metrics.pricing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Dated token prices, and the cost of an interaction on its day.
 *
 * <p>Cost = (input − cache read − cache write) · input price + cache read · its price + cache write
 * for minutes · its price + cache write for an hour · its price + (output − reasoning) · output
 * price + reasoning · its price, in picodollars. Exact, where a token costs whole picodollars (six
 * decimals per million in US dollars); else each meter's cost is rounded half to even, once.
 *
 * <ul>
 *   <li>A price above a number of input tokens holds for all tokens of an interaction that has
 *       more, as providers bill long contexts.
 *   <li>A price in another currency is taken at the latest exchange rate that began by that day;
 *       without one: unpriced.
 *   <li>Which price: one that equals the model before the longest beginning before the longest
 *       part; a price of the provider before one of any provider; then the latest {@code from}. All
 *       meters come from the same match.
 *   <li>Without a reasoning price, reasoning costs what output costs. Cached tokens without a cache
 *       price are unpriced, never priced as something else.
 *   <li>Unknown counts of cached or reasoning tokens count as none; unknown input or output tokens
 *       are unpriced.
 *   <li>An unknown provider ("") takes any provider's price, unless providers differ: unpriced.
 *   <li>An empty tier is "standard".
 * </ul>
 */
public final class PriceBook implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String DEFAULT_TIER = "standard";
  private static final PriceBook EMPTY = new PriceBook(List.of(), List.of());

  /** The book's order is the caller's; {@link #resolve} sorts what it needs. */
  private final ArrayList<Price> prices;

  private final ArrayList<ExchangeRate> exchangeRates;

  private PriceBook(List<Price> prices, List<ExchangeRate> exchangeRates) {
    this.prices = new ArrayList<>(prices);
    this.exchangeRates = new ArrayList<>(exchangeRates);
  }

  /** A book of these prices in US dollars; see {@link #of(List, List)}. */
  public static PriceBook of(List<Price> prices) {
    return of(prices, List.of());
  }

  /**
   * A book of these prices and of the exchange rates for those in other currencies.
   *
   * @throws IllegalArgumentException if two prices differ in neither match nor meter, tier, length
   *     and beginning, or two rates of a currency begin on one day: nothing would say which holds
   */
  public static PriceBook of(List<Price> prices, List<ExchangeRate> exchangeRates) {
    requireDistinct(prices);
    Set<List<Object>> seen = new HashSet<>();
    for (ExchangeRate rate : exchangeRates) {
      if (!seen.add(List.of(rate.currency(), rate.from()))) {
        throw new IllegalArgumentException(
            "The price book has two exchange rates of %s from %s; remove one."
                .formatted(rate.currency(), rate.from()));
      }
    }
    return new PriceBook(List.copyOf(prices), List.copyOf(exchangeRates));
  }

  private static void requireDistinct(List<Price> prices) {
    Set<List<Object>> seen = new HashSet<>();
    for (Price price : prices) {
      if (!seen.add(
          List.of(Rule.of(price), price.tier(), price.meter(), price.aboveInput(), price.from()))) {
        throw new IllegalArgumentException(
            "The price book has two %s prices of %s in tier %s from %s; remove one."
                .formatted(price.meter().id(), price.model(), price.tier(), price.from()));
      }
    }
  }

  /** A book without prices: every interaction is unpriced. */
  public static PriceBook empty() {
    return EMPTY;
  }

  /** The prices, in the order in which they were given. */
  public List<Price> prices() {
    return List.copyOf(prices);
  }

  /** The exchange rates, in the order in which they were given. */
  public List<ExchangeRate> exchangeRates() {
    return List.copyOf(exchangeRates);
  }

  /** The cost of one interaction; use a {@link Pricer} for many. */
  public PricedUsage price(String provider, String model, String tier, LocalDate day, Usage usage) {
    return pricer().price(provider, model, tier, day, usage);
  }

  /** A pricer that remembers what it looked up; one for each thread. */
  public Pricer pricer() {
    return new Pricer(this);
  }

  private Rates resolve(Question question) {
    Map<Rule, List<Price>> rules = new TreeMap<>(Rule.BEST_FIRST);
    for (Price price : prices) {
      if (question.concerns(price)) {
        rules.computeIfAbsent(Rule.of(price), rule -> new ArrayList<>()).add(price);
      }
    }
    return rules.isEmpty() ? Rates.none(question.noPrice()) : best(question, rules);
  }

  private Rates best(Question question, Map<Rule, List<Price>> rules) {
    Rule best = rules.keySet().iterator().next();
    Rates rates = rates(question, rules.get(best));
    for (Map.Entry<Rule, List<Price>> other : rules.entrySet()) {
      if (best.differsInProviderOnly(other.getKey())
          && !rates.sameAs(rates(question, other.getValue()))) {
        return Rates.none(
            "the price of model %s depends on the provider: %s or %s"
                .formatted(question.model(), best.provider(), other.getKey().provider()));
      }
    }
    return rates;
  }

  private Rates rates(Question question, List<Price> prices) {
    return Rates.of(
        question.model(),
        prices.stream().sorted(Comparator.comparing(Price::from)).toList(),
        question.day(),
        currency -> dollars(currency, question.day()));
  }

  private Optional<BigDecimal> dollars(String currency, LocalDate day) {
    return currency.equals(Price.US_DOLLAR)
        ? Optional.of(BigDecimal.ONE)
        : exchangeRates.stream()
            .filter(rate -> rate.currency().equals(currency) && !rate.from().isAfter(day))
            .max(Comparator.comparing(ExchangeRate::from))
            .map(ExchangeRate::usdPerUnit);
  }

  /** Prices interactions one after the other. Not safe for use by several threads. */
  public static final class Pricer {

    /** Far more than a night has; logs with a new model name in each row must not fill the heap. */
    private static final int MAXIMUM_REMEMBERED = 4_096;

    private final PriceBook book;
    private final Map<Question, Rates> remembered = new HashMap<>();

    private Pricer(PriceBook book) {
      this.book = book;
    }

    /**
     * The cost of one interaction.
     *
     * @param provider who served it, "" if unknown
     * @param model the model that served it, "" if unknown
     * @param tier service tier, "" for standard
     * @param day the day on which it was served
     * @param usage its tokens
     */
    public PricedUsage price(
        String provider, String model, String tier, LocalDate day, Usage usage) {
      Question question = new Question(provider, model, tier.isEmpty() ? DEFAULT_TIER : tier, day);
      Rates rates = remembered.get(question);
      if (rates == null) {
        rates = book.resolve(question);
        if (remembered.size() >= MAXIMUM_REMEMBERED) {
          remembered.clear();
        }
        remembered.put(question, rates);
      }
      return rates.price(usage);
    }
  }

  private record Question(String provider, String model, String tier, LocalDate day) {

    boolean concerns(Price price) {
      return price.tier().equals(tier)
          && (provider.isEmpty() || price.provider().isEmpty() || price.provider().equals(provider))
          && price.match().accepts(price.model(), model)
          && price.holdsOn(day);
    }

    String noPrice() {
      if (model.isEmpty()) {
        return "model unknown";
      }
      String inTier = tier.equals(DEFAULT_TIER) ? "" : " in tier " + tier;
      return "no price for model " + model + inTier + " on " + day;
    }
  }

  /** What makes prices of several meters and dates belong together. */
  private record Rule(Match match, String model, String provider) {

    static final Comparator<Rule> BEST_FIRST =
        Comparator.comparing(Rule::match)
            .thenComparing(Comparator.comparingInt((Rule rule) -> rule.model.length()).reversed())
            .thenComparing(rule -> rule.provider.isEmpty())
            .thenComparing(Rule::model)
            .thenComparing(Rule::provider);

    static Rule of(Price price) {
      return new Rule(price.match(), price.model(), price.provider());
    }

    boolean differsInProviderOnly(Rule other) {
      return match == other.match
          && model.equals(other.model)
          && !provider.isEmpty()
          && !other.provider.isEmpty()
          && !provider.equals(other.provider);
    }
  }
}
