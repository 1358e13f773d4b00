package io.nightaudit.metrics.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The prices of one model, tier and day in picodollars per token, or why there are none.
 *
 * <p>All meters come from one rule of the book: a cache price of {@code gpt-4o} never stands in for
 * the missing one of {@code gpt-4o-mini}.
 */
final class Rates {

  private static final Meter[] METERS = Meter.values();
  private static final NavigableMap<Long, TokenRate> NONE = Collections.emptyNavigableMap();

  private final String model;
  private final String reason;

  /** By meter, from the highest number of input tokens down; empty without a price. */
  private final List<List<TokenRate>> byMeter;

  private Rates(String model, String reason, List<List<TokenRate>> byMeter) {
    this.model = model;
    this.reason = reason;
    this.byMeter = byMeter;
  }

  static Rates none(String reason) {
    return new Rates("", reason, List.of());
  }

  /**
   * The rates of a rule's prices that hold; where several do, the latest one counts.
   *
   * @param toDollars what a unit of the price's currency is worth, or empty
   */
  static Rates of(
      String model,
      List<Price> oldestFirst,
      LocalDate day,
      Function<String, Optional<BigDecimal>> toDollars) {
    Map<Meter, NavigableMap<Long, TokenRate>> rates = new EnumMap<>(Meter.class);
    for (Price price : oldestFirst) {
      Optional<BigDecimal> dollars = toDollars.apply(price.currency());
      if (dollars.isEmpty()) {
        return none("no exchange rate for " + price.currency() + " on " + day);
      }
      rates
          .computeIfAbsent(price.meter(), meter -> new TreeMap<>(Comparator.reverseOrder()))
          .put(
              price.aboveInput(),
              TokenRate.of(price.aboveInput(), price.picoPerToken().multiply(dollars.get())));
    }
    return new Rates(
        model,
        "",
        Arrays.stream(Meter.values())
            .map(meter -> List.copyOf(rates.getOrDefault(meter, NONE).values()))
            .toList());
  }

  boolean sameAs(Rates other) {
    return reason.equals(other.reason) && byMeter.equals(other.byMeter);
  }

  PricedUsage price(Usage usage) {
    if (!reason.isEmpty()) {
      return PricedUsage.unpriced(reason);
    }
    String gap = gapIn(usage);
    return gap.isEmpty() ? multiply(usage) : PricedUsage.unpriced(gap);
  }

  private static String gapIn(Usage usage) {
    if (usage.input() < 0) {
      return "input tokens unknown";
    }
    if (usage.output() < 0) {
      return "output tokens unknown";
    }
    // Compared one after the other: the sum of both could overflow.
    if (known(usage.cacheRead()) > usage.input()
        || known(usage.cacheWrite()) > usage.input() - known(usage.cacheRead())) {
      return "more cached tokens than input tokens";
    }
    if (known(usage.cacheWriteHour()) > known(usage.cacheWrite())) {
      return "more tokens cached for an hour than written to the cache";
    }
    return known(usage.reasoning()) > usage.output()
        ? "more reasoning tokens than output tokens"
        : "";
  }

  private PricedUsage multiply(Usage usage) {
    try {
      return multiply(usage.input(), tokens(usage));
    } catch (ArithmeticException overflow) {
      return PricedUsage.unpriced("cost above 9 million US dollars for one interaction");
    }
  }

  private static long[] tokens(Usage usage) {
    long[] tokens = new long[Meter.values().length];
    long hour = known(usage.cacheWriteHour());
    tokens[Meter.CACHE_READ.ordinal()] = known(usage.cacheRead());
    tokens[Meter.CACHE_WRITE.ordinal()] = known(usage.cacheWrite()) - hour;
    tokens[Meter.CACHE_WRITE_1H.ordinal()] = hour;
    tokens[Meter.REASONING.ordinal()] = known(usage.reasoning());
    tokens[Meter.INPUT.ordinal()] =
        usage.input() - known(usage.cacheRead()) - known(usage.cacheWrite());
    tokens[Meter.OUTPUT.ordinal()] = usage.output() - known(usage.reasoning());
    return tokens;
  }

  private PricedUsage multiply(long input, long[] tokens) {
    long[] cost = new long[tokens.length];
    long total = 0;
    for (Meter meter : METERS) {
      int index = meter.ordinal();
      if (tokens[index] > 0) {
        TokenRate rate = rate(meter, input);
        if (rate == null) {
          return PricedUsage.unpriced("no " + meter.id() + " price for model " + model);
        }
        cost[index] = rate.cost(tokens[index]);
        total = Math.addExact(total, cost[index]);
      }
    }
    return new PricedUsage(total, "", cost);
  }

  private TokenRate rate(Meter meter, long input) {
    TokenRate rate = at(byMeter.get(meter.ordinal()), input);
    return meter == Meter.REASONING && rate == null
        ? at(byMeter.get(Meter.OUTPUT.ordinal()), input)
        : rate;
  }

  private static TokenRate at(List<TokenRate> highestFirst, long input) {
    for (TokenRate rate : highestFirst) {
      if (rate.aboveInput() == 0 || input > rate.aboveInput()) {
        return rate;
      }
    }
    return null;
  }

  private static long known(long count) {
    return Math.max(0, count);
  }
}
