package io.nightaudit.metrics.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Public price lists, read from excerpts; the costs are worked out by hand from the list's text.
 */
class PriceListsTest {
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String SOURCE = "the list";

  private static String text(String name) throws IOException {
    try (InputStream in = PriceListsTest.class.getResourceAsStream("/prices/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ImportedPrices liteLlm() throws IOException {
    return LiteLlmPrices.read(text("litellm.json"), FROM, SOURCE);
  }

  private static ImportedPrices genAi() throws IOException {
    return GenAiPrices.read(text("genai-prices.json"), FROM, SOURCE);
  }

  @ParameterizedTest
  @CsvSource({
    // 1,000 in at 2.5e-06, 200 out at 1e-05 a token
    "openai, gpt-4o, standard, 1000, 200, 0, 0, 0, 4500000000",
    // 600 at 2.5e-06, 400 read at 1.25e-06, 200 out at 1e-05
    "openai, gpt-4o, standard, 1000, 200, 400, 0, 0, 4000000000",
    "openai, gpt-4o, batch, 1000, 200, 0, 0, 0, 2250000000",
    "openai, gpt-4o, priority, 1000, 200, 0, 0, 0, 7650000000",
    "azure, azure/gpt-4o, standard, 1000, 200, 0, 0, 0, 4500000000",
    "azure, gpt-4o, standard, 1000, 200, 0, 0, 0, 4500000000",
    // 100 of 1,000 written for minutes at 3e-06, 300 for an hour at 6e-06, 600 at 3e-06
    "moonshot, kimi-k3, standard, 1000, 0, 0, 400, 300, 3900000000",
    // at 200,000 tokens still 1.25e-06, above it 2.5e-06 for all of them
    "'', gemini-2.5-pro, standard, 200000, 0, 0, 0, 0, 250000000000",
    "'', gemini-2.5-pro, standard, 200001, 10, 0, 0, 0, 500152500000"
  })
  void liteLlm_excerpt_pricesAsTheList(
      String provider,
      String model,
      String tier,
      long input,
      long output,
      long read,
      long write,
      long hour,
      long picoDollars)
      throws IOException {
    Usage usage = new Usage(input, output, read, write, 0, hour);

    PricedUsage cost = PriceBook.of(liteLlm().prices()).price(provider, model, tier, DAY, usage);

    assertThat(cost.unpricedReason()).isEmpty();
    assertThat(cost.picoDollars()).isEqualTo(picoDollars);
  }

  /** 2.0000000000000002e-07 is what the list says, and what is taken: to a picodollar, not less. */
  @Test
  void liteLlm_noisyDecimal_isTakenAsItIs() throws IOException {
    PricedUsage cost =
        PriceBook.of(liteLlm().prices())
            .price("novita", "zai-org/glm-5", "", DAY, new Usage(1_000_000, 0, 1_000_000, 0, 0));

    assertThat(cost.picoDollars()).isEqualTo(200_000_000_000L);
  }

  @Test
  void liteLlm_whatDoesNotFit_isNamed() throws IOException {
    assertThat(liteLlm().skipped())
        .extracting(ImportedPrices.Skipped::model, ImportedPrices.Skipped::field)
        .contains(
            tuple("gpt-4o-audio-preview-2024-12-17", "input_cost_per_audio_token"),
            tuple("gemini-2.5-pro", "google_maps_grounding_cost_per_query"))
        .doesNotContain(tuple("gpt-4o", "input_cost_per_token"));
  }

  @Test
  void liteLlm_impossibleValues_areSkippedWithAReason() {
    String json =
        """
        {"a": {"input_cost_per_token": "free", "output_cost_per_token": -1e-6},
         "b": {"input_cost_per_token": 2, "output_cost_per_token": 1e-30,
               "input_cost_per_token_above_1hr": 1e-6}}
        """;

    ImportedPrices imported = LiteLlmPrices.read(json, FROM, SOURCE);

    assertThat(imported.prices()).isEmpty();
    assertThat(imported.skipped())
        .extracting(ImportedPrices.Skipped::reason)
        .containsExactly(
            "is STRING, not a number",
            "The price of a must be between 0 and 1000000 per million tokens. Provided: -1",
            "The price of b must be between 0 and 1000000 per million tokens. Provided: 2000000",
            "The price of b must have at most 18 decimals. Provided: 0.000000000000000000000001",
            "only writing to a cache has a price for an hour");
  }

  /** dashscope/qwen-flash of the list: to 256,000 tokens 5e-08, above them 2.5e-07 for all. */
  @ParameterizedTest
  @CsvSource({"256000, 12800000000", "256001, 64000250000"})
  void liteLlm_ranges_arePricesAboveSoManyTokens(long input, long picoDollars) {
    String json =
        """
        {"dashscope/qwen-flash": {"litellm_provider": "dashscope", "tiered_pricing": [
          {"input_cost_per_token": 5e-08, "output_cost_per_token": 4e-07, "range": [0, 256000.0]},
          {"input_cost_per_token": 2.5e-07, "output_cost_per_token": 2e-06,
           "range": [256000.0, 1000000.0]}]},
         "exa_ai/search": {"tiered_pricing": [
          {"input_cost_per_query": 0.005, "max_results_range": [0, 25]}]}}
        """;

    ImportedPrices imported = LiteLlmPrices.read(json, FROM, SOURCE);

    assertThat(
            PriceBook.of(imported.prices())
                .price("dashscope", "qwen-flash", "", DAY, Usage.of(input, 0))
                .picoDollars())
        .isEqualTo(picoDollars);
    assertThat(imported.skipped())
        .containsExactly(
            new ImportedPrices.Skipped(
                "exa_ai/search",
                "tiered_pricing",
                "a range starts at no whole number of input tokens"));
  }

  @Test
  void liteLlm_priceByTimeOfDay_isSkippedAsAWhole() {
    String json =
        """
        {"deepseek/deepseek-v4": {"litellm_provider": "deepseek", "input_cost_per_token": 3e-07,
          "off_peak_pricing": {"input_cost_per_token": 1.5e-07}}}
        """;

    ImportedPrices imported = LiteLlmPrices.read(json, FROM, SOURCE);

    assertThat(imported.prices()).isEmpty();
    assertThat(imported.skipped())
        .containsExactly(
            new ImportedPrices.Skipped(
                "deepseek/deepseek-v4",
                "off_peak_pricing",
                "the price depends on the time of day"));
  }

  @Test
  void liteLlm_tierWithoutLongPrice_isNamed() {
    String json =
        """
        {"gemini": {"input_cost_per_token": 1.25e-06, "input_cost_per_token_above_200k_tokens": 2.5e-06,
          "input_cost_per_token_flex": 6.25e-07, "input_cost_per_token_ultrafast": 1e-05,
          "input_cost_per_token_above_200k_tokens_ultrafast": 2e-05}}
        """;

    ImportedPrices imported = LiteLlmPrices.read(json, FROM, SOURCE);

    assertThat(imported.prices()).extracting(Price::tier).contains("flex", "ultrafast");
    assertThat(imported.skipped())
        .extracting(ImportedPrices.Skipped::field)
        .containsExactly("input_cost_per_token_above_200k_tokens_flex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1e2147483647", "1e999999", "0e-999999"})
  void read_hugeExponent_isSkippedWithoutWritingItOut(String amount) {
    assertThat(
            LiteLlmPrices.read("{\"a\":{\"input_cost_per_token\":%s}}".formatted(amount), FROM, "")
                .skipped())
        .allSatisfy(entry -> assertThat(entry.reason()).contains("exponent").hasSizeLessThan(100))
        .hasSize(amount.startsWith("0") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "google, gemini-2.5-pro-exp, standard, 200000, 10, 2026-11-23, 250100000000",
    "google, gemini-2.5-pro-exp, standard, 200001, 10, 2026-11-23, 500152500000",
    "google, gemini-2.5-pro, batch, 1000, 100, 2026-11-23, 1125000000",
    "openai, o3, standard, 1000, 100, 2025-06-09, 14000000000",
    "openai, o3, standard, 1000, 100, 2025-06-10, 2800000000",
    "openai, gpt-4o-2024-08-06, standard, 1000, 100, 2026-11-23, 3500000000"
  })
  void genAi_excerpt_pricesAsTheList(
      String provider,
      String model,
      String tier,
      long input,
      long output,
      LocalDate day,
      long picoDollars)
      throws IOException {
    PricedUsage cost =
        PriceBook.of(genAi().prices()).price(provider, model, tier, day, Usage.of(input, output));

    assertThat(cost.unpricedReason()).isEmpty();
    assertThat(cost.picoDollars()).isEqualTo(picoDollars);
  }

  /** "Context caching stays at the standard rate" is what a variant that does not name it means. */
  @Test
  void genAi_variant_keepsWhatItDoesNotName() throws IOException {
    PricedUsage cost =
        PriceBook.of(genAi().prices())
            .price("google", "gemini-2.5-pro", "batch", DAY, new Usage(1_000, 0, 1_000, 0, 0));

    assertThat(cost.picoDollars()).isEqualTo(125_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "google, gemini-2.5-pro-preview-tts",
    "deepseek, deepseek-chat",
    "openai, gpt-3.5-turbo"
  })
  void genAi_notOrOnlyWronglyPriced_isUnpriced(String provider, String model) throws IOException {
    assertThat(
            PriceBook.of(genAi().prices())
                .price(provider, model, "", DAY, Usage.of(1, 1))
                .unpricedReason())
        .startsWith("no price for model " + model);
  }

  @Test
  void genAi_whatDoesNotFit_isNamed() throws IOException {
    assertThat(genAi().skipped())
        .extracting(ImportedPrices.Skipped::model, ImportedPrices.Skipped::field)
        .contains(tuple("deepseek-chat", "prices.constraint"), tuple("gpt-4o", "input_audio_mtok"));
    assertThat(genAi().skipped())
        .extracting(ImportedPrices.Skipped::reason)
        .contains("depends on {\"speed\":\"fast\"}");
  }

  /** Cut to 64 bits, 2^64 + 5 would be a tier above 5 tokens. */
  @Test
  void genAi_tierAboveMoreThanALong_isSkipped() {
    String json =
        """
        [{"id": "p", "models": [{"id": "m", "match": {"equals": "m"}, "prices": {"input_mtok":
          {"base": 1, "tiers": [{"start": 18446744073709551621, "price": 2}]}}}]}]
        """;

    ImportedPrices imported = GenAiPrices.read(json, FROM, SOURCE);

    assertThat(imported.prices()).extracting(Price::aboveInput).containsExactly(0L);
    assertThat(imported.skipped())
        .extracting(ImportedPrices.Skipped::reason)
        .containsExactly(
            "a tier starts at no whole number: {\"start\":18446744073709551621,\"price\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"[1 | no valid JSON", "{\"a\":1,\"a\":2} | no valid JSON", "{} {} | no valid JSON"},
      delimiter = '|')
  void read_brokenText_isRefused(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LiteLlmPrices.read(json, FROM, SOURCE))
        .withMessageContaining(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenAiPrices.read(json, FROM, SOURCE))
        .withMessageContaining(message);
  }

  @Test
  void read_otherShape_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LiteLlmPrices.read("[]", FROM, SOURCE))
        .withMessageContaining("Provided: ARRAY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenAiPrices.read("{}", FROM, SOURCE))
        .withMessageContaining("Provided: OBJECT");
  }

  @Test
  void read_empty_isEmpty() {
    assertThat(LiteLlmPrices.read("{}", FROM, SOURCE).prices()).isEmpty();
    assertThat(GenAiPrices.read("[]", FROM, SOURCE).prices()).isEmpty();
  }
}
