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
 * the day of the commit that is read. Batch, flex and priority prices become tiers, "above 200k
 * tokens" a price above that many input tokens, "above 1hr" cache writing for an hour. A key that
 * begins with its provider's name ({@code azure/gpt-4o}) is also known without it, for that
 * provider.
 *
 * <ul>
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
              + "(_above_1hr)?(?:_above_(\\d{1,6})k_tokens)?(?:_(batches|flex|priority))?");

  private static final String SAMPLE = "sample_spec";
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
    if (!name.equals(SAMPLE)) {
      fields.properties().forEach(field -> field(name, fields, field, true));
    }
  }

  private void withoutProvider(Map.Entry<String, JsonNode> model) {
    String provider = provider(model.getValue());
    String name = model.getKey();
    if (!provider.isEmpty()
        && name.startsWith(provider + "/")
        && name.length() > provider.length() + 1) {
      String bare = name.substring(provider.length() + 1);
      model.getValue().properties().forEach(field -> field(bare, model.getValue(), field, false));
    }
  }

  private void field(
      String model, JsonNode fields, Map.Entry<String, JsonNode> field, boolean report) {
    Matcher matcher = FIELD.matcher(field.getKey());
    if (matcher.matches()) {
      add(model, fields, field, matcher);
    } else if (report && field.getKey().contains("cost")) {
      list.skip(model, field.getKey(), "is no price of text tokens that a price book knows");
    }
  }

  private void add(
      String model, JsonNode fields, Map.Entry<String, JsonNode> field, Matcher matcher) {
    Meter meter = METERS.get(matcher.group(1));
    boolean hour = matcher.group(2) != null;
    if (hour && meter != Meter.CACHE_WRITE) {
      list.skip(model, field.getKey(), "only writing to a cache has a price for an hour");
      return;
    }
    list.add(
        new PriceList.Entry(
            provider(fields),
            model,
            Match.EQUALS,
            hour ? Meter.CACHE_WRITE_1H : meter,
            tier(matcher.group(4)),
            matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3)) * THOUSAND,
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
