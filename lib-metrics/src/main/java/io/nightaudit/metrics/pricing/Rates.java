package io.nightaudit.metrics.pricing;

import java.util.Arrays;
import java.util.List;

/**
 * The prices of one model, tier and day in picodollars per token, or why there are none.
 *
 * <p>All meters come from one rule of the book: a cache price of {@code gpt-4o} never stands in for
 * the missing one of {@code gpt-4o-mini}.
 */
final class Rates {

  private static final long MISSING = -1;

  private final String model;
  private final String reason;
  private final long[] perToken = new long[Meter.values().length];

  private Rates(String model, String reason) {
    this.model = model;
    this.reason = reason;
    Arrays.fill(perToken, MISSING);
  }

  static Rates none(String reason) {
    return new Rates("", reason);
  }

  /** The rates of a rule's prices that hold; where several do, the latest one counts. */
  static Rates of(String model, List<Price> oldestFirst) {
    Rates rates = new Rates(model, "");
    for (Price price : oldestFirst) {
      rates.perToken[price.meter().ordinal()] = price.picoDollarsPerToken();
    }
    return rates;
  }

  boolean sameAs(Rates other) {
    return Arrays.equals(perToken, other.perToken);
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
    return known(usage.reasoning()) > usage.output()
        ? "more reasoning tokens than output tokens"
        : "";
  }

  private PricedUsage multiply(Usage usage) {
    long[] tokens = new long[perToken.length];
    tokens[Meter.CACHE_READ.ordinal()] = known(usage.cacheRead());
    tokens[Meter.CACHE_WRITE.ordinal()] = known(usage.cacheWrite());
    tokens[Meter.REASONING.ordinal()] = known(usage.reasoning());
    tokens[Meter.INPUT.ordinal()] =
        usage.input() - known(usage.cacheRead()) - known(usage.cacheWrite());
    tokens[Meter.OUTPUT.ordinal()] = usage.output() - known(usage.reasoning());
    try {
      return multiply(tokens);
    } catch (ArithmeticException overflow) {
      return PricedUsage.unpriced("cost above 9 million US dollars for one interaction");
    }
  }

  private PricedUsage multiply(long[] tokens) {
    long[] cost = new long[tokens.length];
    long total = 0;
    for (Meter meter : Meter.values()) {
      int index = meter.ordinal();
      if (tokens[index] > 0) {
        long rate = rate(meter);
        if (rate == MISSING) {
          return PricedUsage.unpriced("no " + meter.id() + " price for model " + model);
        }
        cost[index] = Math.multiplyExact(tokens[index], rate);
        total = Math.addExact(total, cost[index]);
      }
    }
    return new PricedUsage(total, "", cost);
  }

  private long rate(Meter meter) {
    long rate = perToken[meter.ordinal()];
    return meter == Meter.REASONING && rate == MISSING ? perToken[Meter.OUTPUT.ordinal()] : rate;
  }

  private static long known(long count) {
    return Math.max(0, count);
  }
}
