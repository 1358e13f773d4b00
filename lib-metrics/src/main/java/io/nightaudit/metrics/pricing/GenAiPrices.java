package io.nightaudit.metrics.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the price list of genai-prices, {@code prices/new_data/v2/data.json} or one of its
 * predecessors.
 *
 * <p>Its prices are US dollars per million tokens, with the day from which they hold; prices
 * without a day hold from the day that the caller says. A tier that starts at a number of input
 * tokens is a price above it, for all tokens of the interaction. The last price that holds counts,
 * so each ends where the next begins.
 *
 * <p>Variants for a service tier or for batches become tiers; what a variant does not name costs
 * there what it costs elsewhere. Conditions on a name that must hold together become one regular
 * expression.
 *
 * <ul>
 *   <li>A model whose price depends on the time of day is skipped as a whole: priced without it,
 *       its cost would be wrong.
 *   <li>Prices of sound, pictures, requests and searches are skipped: interactions count tokens of
 *       text.
 *   <li>Where several models match, the book takes the closest match; the list itself takes the
 *       first.
 * </ul>
 *
 * <p>Source: pydantic/genai-prices, MIT licence; its users keep its notice with the data.
 */
public final class GenAiPrices {
  private static final Map<String, Meter> METERS =
      Map.of(
          "input_mtok", Meter.INPUT,
          "output_mtok", Meter.OUTPUT,
          "cache_read_mtok", Meter.CACHE_READ,
          "cache_write_mtok", Meter.CACHE_WRITE,
          "cache_write_1h_mtok", Meter.CACHE_WRITE_1H,
          "output_reasoning_mtok", Meter.REASONING);

  private static final Map<String, Match> MATCHES =
      Map.of(
          "equals", Match.EQUALS,
          "starts_with", Match.STARTS_WITH,
          "ends_with", Match.ENDS_WITH,
          "contains", Match.CONTAINS,
          "regex", Match.REGEX);

  /** What a variant may depend on, where the tier of an interaction says the same. */
  private static final Set<String> TIER_KEYS = Set.of("service_tier", "processing");

  private static final String START = "start_date";
  private static final String VARIANTS = "price_variants";
  private static final String DEFAULT_TIER = "default";

  private final PriceList list;
  private final LocalDate from;

  private GenAiPrices(PriceList list, LocalDate from) {
    this.list = list;
    this.from = from;
  }

  /**
   * The prices of the list.
   *
   * @param json the file's text
   * @param from first day of prices that the list gives no day
   * @param source what each price names as its source, such as the address and commit of the file
   * @throws IllegalArgumentException if the text is no JSON array of providers
   */
  public static ImportedPrices read(String json, LocalDate from, String source) {
    JsonNode providers = PriceList.read(json, "genai-prices");
    if (!providers.isArray()) {
      throw new IllegalArgumentException(
          "The price list of genai-prices is one JSON array of providers. Provided: "
              + providers.getNodeType());
    }
    GenAiPrices reader = new GenAiPrices(new PriceList(source), from);
    for (JsonNode provider : providers) {
      for (JsonNode model : provider.path("models")) {
        reader.model(provider.path("id").asText(), model);
      }
    }
    return reader.list.result();
  }

  private void model(String provider, JsonNode model) {
    String id = model.path("id").asText();
    List<Name> names = new ArrayList<>();
    names(id, model.path("match"), names);
    Optional<List<Dated>> periods = periods(id, model);
    for (Name name : periods.isPresent() ? names : List.<Name>of()) {
      periods.get().forEach(period -> period(provider, name, period));
    }
  }

  private void names(String id, JsonNode match, List<Name> names) {
    match
        .properties()
        .forEach(
            clause -> {
              Match kind = MATCHES.get(clause.getKey());
              if (clause.getKey().equals("or")) {
                clause.getValue().forEach(part -> names(id, part, names));
              } else if (clause.getKey().equals("and")) {
                together(id, clause.getValue()).ifPresent(names::add);
              } else if (kind == null) {
                list.skip(id, "match." + clause.getKey(), "a price book compares names only");
              } else {
                names.add(new Name(kind, clause.getValue().asText()));
              }
            });
  }

  /** One expression that looks ahead for each condition. */
  private Optional<Name> together(String id, JsonNode conditions) {
    StringBuilder expression = new StringBuilder("^");
    for (JsonNode condition : conditions) {
      List<Name> names = new ArrayList<>();
      names(id, condition, names);
      if (names.size() != 1 || condition.size() != 1) {
        list.skip(id, "match.and", "joins conditions that are no comparison of the name");
        return Optional.empty();
      }
      expression.append("(?=").append(expression(names.get(0))).append(')');
    }
    return Optional.of(new Name(Match.REGEX, expression.toString()));
  }

  private static String expression(Name name) {
    String quoted = Pattern.quote(name.text());
    return switch (name.match()) {
      case EQUALS -> quoted + "$";
      case STARTS_WITH -> quoted;
      case ENDS_WITH -> ".*" + quoted + "$";
      case CONTAINS -> ".*" + quoted;
      case REGEX -> ".*?(?:" + name.text() + ")";
    };
  }

  /** The periods from the earliest on; empty where they are not days. */
  private Optional<List<Dated>> periods(String id, JsonNode model) {
    JsonNode prices = model.path("prices");
    if (!prices.isArray()) {
      return Optional.of(List.of(new Dated(from, Optional.empty(), prices, model.path(VARIANTS))));
    }
    List<Dated> starts = new ArrayList<>();
    for (JsonNode period : prices) {
      Optional<LocalDate> start = start(id, period.path("constraint"));
      if (start.isEmpty()) {
        return Optional.empty();
      }
      starts.add(
          new Dated(start.get(), Optional.empty(), period.path("prices"), period.path(VARIANTS)));
    }
    return Optional.of(withEnds(starts));
  }

  private Optional<LocalDate> start(String id, JsonNode constraint) {
    if (constraint.isMissingNode() || constraint.isNull()) {
      return Optional.of(from);
    }
    if (constraint.size() != 1 || !constraint.has(START)) {
      list.skip(id, "prices.constraint", "the price depends on more than the day: " + constraint);
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(constraint.get(START).asText()));
    } catch (DateTimeException e) {
      list.skip(id, "prices.constraint." + START, "no day: " + constraint.get(START).asText());
      return Optional.empty();
    }
  }

  /** The later in the list wins on a day that both begin on. */
  private static List<Dated> withEnds(List<Dated> starts) {
    List<Dated> sorted = new ArrayList<>(starts);
    sorted.sort(Comparator.comparing(Dated::from));
    List<Dated> periods = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Optional<LocalDate> next =
          i + 1 < sorted.size() ? Optional.of(sorted.get(i + 1).from()) : Optional.empty();
      if (next.isEmpty() || next.get().isAfter(sorted.get(i).from())) {
        periods.add(sorted.get(i).until(next));
      }
    }
    return periods;
  }

  private void period(String provider, Name name, Dated period) {
    prices(provider, name, period, PriceList.STANDARD, period.prices());
    for (JsonNode variant : period.variants()) {
      Optional<String> tier = tier(variant);
      if (tier.isEmpty()) {
        list.skip(name.text(), VARIANTS, "depends on " + variant.path("when"));
      } else if (!tier.get().equals(DEFAULT_TIER)) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        period.prices().properties().forEach(price -> merged.set(price.getKey(), price.getValue()));
        variant
            .path("prices")
            .properties()
            .forEach(price -> merged.set(price.getKey(), price.getValue()));
        prices(provider, name, period, tier.get(), merged);
      }
    }
  }

  private static Optional<String> tier(JsonNode variant) {
    JsonNode when = variant.path("when");
    if (when.size() != 1 || variant.hasNonNull("constraint")) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> condition = when.properties().iterator().next();
    return TIER_KEYS.contains(condition.getKey())
        ? Optional.of(condition.getValue().asText())
        : Optional.empty();
  }

  private void prices(String provider, Name name, Dated period, String tier, JsonNode prices) {
    for (Map.Entry<String, JsonNode> field : prices.properties()) {
      Meter meter = METERS.get(field.getKey());
      if (meter != null) {
        amount(new Place(provider, name, period, tier, meter, field.getKey()), field.getValue());
      } else if (tier.equals(PriceList.STANDARD)) {
        list.skip(
            name.text(), field.getKey(), "is no price of text tokens that a price book knows");
      }
    }
  }

  private void amount(Place place, JsonNode amount) {
    if (!amount.isObject()) {
      list.add(place.above(0), amount, 0);
      return;
    }
    list.add(place.above(0), amount.path("base"), 0);
    for (JsonNode tier : amount.path("tiers")) {
      JsonNode start = tier.path("start");
      if (start.canConvertToExactIntegral() && start.canConvertToLong()) {
        list.add(place.above(start.asLong()), tier.path("price"), 0);
      } else {
        list.skip(place.name().text(), place.field(), "a tier starts at no whole number: " + tier);
      }
    }
  }

  private record Name(Match match, String text) {}

  private record Dated(LocalDate from, Optional<LocalDate> to, JsonNode prices, JsonNode variants) {
    Dated until(Optional<LocalDate> end) {
      return new Dated(from, end, prices, variants);
    }
  }

  private record Place(
      String provider, Name name, Dated period, String tier, Meter meter, String field) {
    PriceList.Entry above(long input) {
      return new PriceList.Entry(
          provider,
          name.text(),
          name.match(),
          meter,
          tier,
          input,
          period.from(),
          period.to(),
          field);
    }
  }
}
