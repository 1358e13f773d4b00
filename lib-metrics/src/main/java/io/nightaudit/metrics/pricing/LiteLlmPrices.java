package io.nightaudit.metrics.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the price list of LiteLLM, {@code model_prices_and_context_window.json}.
 *
 * <p>Its prices are US dollars per token and have no dates, so the caller says from when they hold:
 * the day of the commit that is read. Batch, flex and other prices of a service tier become tiers,
 * "above 200k tokens" and the ranges of {@code tiered_pricing} a price above that many input
 * tokens, "above 1hr" cache writing for an hour. A key that begins with its provider's name ({@code
 * azure/gpt-4o}) is also known without it, for that provider.
 *
 * <ul>
 *   <li>A model whose price depends on the time of day ({@code off_peak_pricing}) is skipped as a
 *       whole: priced without it, its cost would be wrong.
 *   <li>Where a service tier has no price of its own above a number of input tokens, it costs there
 *       what it costs below, and the field that is missing is named among what was skipped.
 *   <li>Prices of sound, pictures, pages and searches are skipped: interactions count tokens of
 *       text.
 *   <li>A value that is no number, negative, or has more than 18 decimals per million tokens is
 *       skipped with its reason.
 * </ul>
 *
 * <p>Source: BerriAI/litellm, MIT licence; its users keep its notice with the data.
 */
public final class LiteLlmPrices {
  private static final Map<String, Meter> METERS =
      Map.of(
          "input_cost_per_token", Meter.INPUT,
          "output_cost_per_token", Meter.OUTPUT,
          "cache_read_input_token_cost", Meter.CACHE_READ,
          "cache_creation_input_token_cost", Meter.CACHE_WRITE,
          "output_cost_per_reasoning_token", Meter.REASONING);

  /** Each part at most once and in this order, so that matching never goes back. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(input_cost_per_token|output_cost_per_token|cache_read_input_token_cost"
              + "|cache_creation_input_token_cost|output_cost_per_reasoning_token)"
              + "(_above_1hr)?(?:_above_(\\d{1,6})k_tokens)?(?:_(batches|flex|priority|balanced|ultrafast))?");

  private static final Pattern LENGTH = Pattern.compile("\\d{1,6}k_tokens");
  private static final String SAMPLE = "sample_spec";
  private static final String OFF_PEAK = "off_peak_pricing";
  private static final String RANGES = "tiered_pricing";
  private static final int PER_MILLION = 6;
  private static final long THOUSAND = 1_000;

  private final PriceList list;
  private final LocalDate from;

  private LiteLlmPrices(PriceList list, LocalDate from) {
    this.list = list;
    this.from = from;
  }

  /**
   * The prices of the list.
   *
   * @param json the file's text
   * @param from first day on which they are taken to hold
   * @param source what each price names as its source, such as the address and commit of the file
   * @throws IllegalArgumentException if the text is no JSON object of objects
   */
  public static ImportedPrices read(String json, LocalDate from, String source) {
    JsonNode models = PriceList.read(json, "LiteLLM");
    if (!models.isObject()) {
      throw new IllegalArgumentException(
          "The price list of LiteLLM is one JSON object, a model a key. Provided: "
              + models.getNodeType());
    }
    LiteLlmPrices reader = new LiteLlmPrices(new PriceList(source), from);
    // Keys as they are before keys without their provider: what the list names itself wins.
    models.properties().forEach(model -> reader.model(model.getKey(), model.getValue()));
    models.properties().forEach(model -> reader.withoutProvider(model));
    return reader.list.result();
  }

  private void model(String name, JsonNode fields) {
    if (name.equals(SAMPLE)) {
      return;
    }
    if (fields.has(OFF_PEAK)) {
      list.skip(name, OFF_PEAK, "the price depends on the time of day");
      return;
    }
    fields(name, fields, true);
  }

  private void withoutProvider(Map.Entry<String, JsonNode> model) {
    String provider = provider(model.getValue());
    String name = model.getKey();
    if (!provider.isEmpty()
        && name.startsWith(provider + "/")
        && name.length() > provider.length() + 1
        && !model.getValue().has(OFF_PEAK)) {
      fields(name.substring(provider.length() + 1), model.getValue(), false);
    }
  }

  private void fields(String model, JsonNode fields, boolean report) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      Matcher matcher = FIELD.matcher(field.getKey());
      if (matcher.matches()) {
        add(model, provider(fields), field, matcher, 0);
        if (report && matcher.group(4) != null && matcher.group(3) == null) {
          reportMissingLengths(model, fields, matcher);
        }
      } else if (field.getKey().equals(RANGES)) {
        field.getValue().forEach(range -> range(model, provider(fields), range, report));
      } else if (report && field.getKey().contains("cost")) {
        list.skip(model, field.getKey(), "is no price of text tokens that a price book knows");
      }
    }
  }

  private void range(String model, String provider, JsonNode range, boolean report) {
    JsonNode start = range.path("range").path(0);
    if (start.canConvertToExactIntegral() && start.canConvertToLong()) {
      for (Map.Entry<String, JsonNode> field : range.properties()) {
        Matcher matcher = FIELD.matcher(field.getKey());
        if (matcher.matches()) {
          add(model, provider, field, matcher, start.asLong());
        }
      }
    } else if (report) {
      list.skip(model, RANGES, "a range starts at no whole number of input tokens");
    }
  }

  /** Names each length from which the standard tier has another price and this tier has none. */
  private void reportMissingLengths(String model, JsonNode fields, Matcher priced) {
    String tier = "_" + priced.group(4);
    String meter = priced.group().substring(0, priced.group().length() - tier.length()) + "_above_";
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String name = field.getKey();
      if (isLength(name, meter) && !fields.has(name + tier)) {
        list.skip(model, name + tier, "is not in the list: costs what it costs for short inputs");
      }
    }
  }

  private static boolean isLength(String name, String prefix) {
    return name.startsWith(prefix)
        && LENGTH.matcher(name).region(prefix.length(), name.length()).matches();
  }

  private void add(
      String model,
      String provider,
      Map.Entry<String, JsonNode> field,
      Matcher matcher,
      long aboveInput) {
    Meter meter = METERS.get(matcher.group(1));
    boolean hour = matcher.group(2) != null;
    if (hour && meter != Meter.CACHE_WRITE) {
      list.skip(model, field.getKey(), "only writing to a cache has a price for an hour");
      return;
    }
    list.add(
        new PriceList.Entry(
            provider,
            model,
            Match.EQUALS,
            hour ? Meter.CACHE_WRITE_1H : meter,
            tier(matcher.group(4)),
            matcher.group(3) == null ? aboveInput : Long.parseLong(matcher.group(3)) * THOUSAND,
            from,
            Optional.empty(),
            field.getKey()),
        field.getValue(),
        PER_MILLION);
  }

  private static String provider(JsonNode fields) {
    return fields.path("litellm_provider").asText("");
  }

  private static String tier(String suffix) {
    if (suffix == null) {
      return PriceList.STANDARD;
    }
    return suffix.equals("batches") ? "batch" : suffix;
  }
}
