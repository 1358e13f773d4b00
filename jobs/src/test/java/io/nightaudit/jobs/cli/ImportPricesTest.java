package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a public list to a configuration that is valid. */
class ImportPricesTest {
  private static final String LIST =
      """
      {"gpt-4o": {"litellm_provider": "openai", "input_cost_per_token": 2.5e-06,
                  "output_cost_per_token": 1e-05, "input_cost_per_token_batches": 1.25e-06,
                  "input_cost_per_token_above_200k_tokens": 5e-06, "input_cost_per_audio_token": 4e-05},
       "mistral": {"litellm_provider": "mistral", "input_cost_per_token": 1e-07}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int execute(String... arguments) {
    return new NightauditCommand(new NoJobs())
        .execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private Path list(String json) throws Exception {
    return Files.writeString(folder.resolve("list.json"), json);
  }

  private int importing(String model) throws Exception {
    return execute(
        "import-prices",
        list(LIST).toString(),
        "--format",
        "litellm",
        "--model",
        model,
        "--valid-from",
        "2026-11-01");
  }

  @Test
  void importPrices_models_printsABookThatIsValid() throws Exception {
    assertThat(importing("gpt-")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "- {\"provider\":\"openai\",\"model\":\"gpt-4o\",\"match\":\"equals\",\"meter\":\"input\","
                + "\"usd-per-million\":2.5,\"from\":\"2026-11-01\",\"source\":\"list.json\"}",
            "- {\"provider\":\"openai\",\"model\":\"gpt-4o\",\"match\":\"equals\",\"meter\":\"output\","
                + "\"usd-per-million\":10,\"from\":\"2026-11-01\",\"source\":\"list.json\"}",
            "- {\"provider\":\"openai\",\"model\":\"gpt-4o\",\"match\":\"equals\",\"meter\":\"input\","
                + "\"tier\":\"batch\",\"usd-per-million\":1.25,\"from\":\"2026-11-01\","
                + "\"source\":\"list.json\"}",
            "- {\"provider\":\"openai\",\"model\":\"gpt-4o\",\"match\":\"equals\",\"meter\":\"input\","
                + "\"above-input\":200000,\"usd-per-million\":5,\"from\":\"2026-11-01\","
                + "\"source\":\"list.json\"}");
    assertThat(err.toString()).contains("left out: gpt-4o, input_cost_per_audio_token");
    Files.writeString(folder.resolve("prices.yaml"), out.toString());
    Path config =
        Files.writeString(
            folder.resolve("nightaudit.yaml"),
            "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n"
                + "prices: {prefer: book, book: prices.yaml}\n");
    assertThat(execute("check-config", "--config", config.toString())).as(err.toString()).isZero();
  }

  /** 1e-07 dollars for a million tokens would be read as a text by some readers of YAML. */
  @Test
  void importPrices_tinyPrice_isReadBackAsANumber() throws Exception {
    String tiny = "{\"m\": {\"input_cost_per_token\": 1e-13, \"output_cost_per_token\": 0.5}}";
    assertThat(
            execute(
                "import-prices",
                list(tiny).toString(),
                "--format",
                "litellm",
                "--model",
                "m",
                "--valid-from",
                "2026-11-01"))
        .isZero();

    Files.writeString(folder.resolve("prices.yaml"), out.toString());
    Path config =
        Files.writeString(
            folder.resolve("nightaudit.yaml"),
            "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n"
                + "prices: {prefer: book, book: prices.yaml}\n");
    assertThat(execute("check-config", "--config", config.toString())).as(err.toString()).isZero();
  }

  @Test
  void importPrices_noSuchModel_saysSo() throws Exception {
    assertThat(importing("claudius")).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("whose name contains claudius; 5 prices are of others");
  }

  @Test
  void importPrices_noPriceList_saysSo() throws Exception {
    assertThat(
            execute(
                "import-prices",
                list("[1").toString(),
                "--format",
                "genai",
                "--model",
                "x",
                "--valid-from",
                "2026-11-01"))
        .isEqualTo(1);

    assertThat(err.toString()).contains("The price list of genai-prices is no valid JSON");
  }

  @Test
  void importPrices_noFile_saysWhatToDo() {
    assertThat(importingFrom(folder.resolve("absent.json"))).isEqualTo(2);

    assertThat(err.toString()).contains("absent.json; download the price list first");
  }

  @Test
  void importPrices_noText_saysWhatToDo() throws Exception {
    Path file = Files.write(folder.resolve("image.json"), new byte[] {(byte) 0xFF, 0});

    assertThat(importingFrom(file)).isEqualTo(1);
    assertThat(err.toString()).contains("image.json is not UTF-8 text");
  }

  private int importingFrom(Path file) {
    return execute(
        "import-prices",
        file.toString(),
        "--format",
        "genai",
        "--model",
        "x",
        "--valid-from",
        "2026-11-01");
  }
}
