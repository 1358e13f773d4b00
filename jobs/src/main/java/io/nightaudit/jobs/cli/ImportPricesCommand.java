package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.PriceLines;
import io.nightaudit.metrics.pricing.GenAiPrices;
import io.nightaudit.metrics.pricing.ImportedPrices;
import io.nightaudit.metrics.pricing.ImportedPrices.Skipped;
import io.nightaudit.metrics.pricing.LiteLlmPrices;
import io.nightaudit.metrics.pricing.Price;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a public price list into prices of the configuration. */
@Command(
    name = "import-prices",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Turns a public price list into a price book.",
    description = {
      "",
      "Reads the price list of LiteLLM (model_prices_and_context_window.json) or of genai-prices"
          + " (prices/new_data/v2/data.json) from a file and prints the prices of the models that"
          + " you name, one a line, for prices.book in nightaudit.yaml. What does not fit is listed"
          + " on standard error with its reason. Nothing is fetched.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:prices were printed",
      "1:the file is no such price list",
      "2:wrong usage, no such file, or no price of these models in the list"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  The prices of two families of models, as they are from 1 November on:",
      "    nightaudit import-prices model_prices_and_context_window.json --format litellm \\",
      "      --model gpt-4o --model gemini-2.5 --valid-from 2026-11-01 > prices.yaml",
      "  Then, in nightaudit.yaml:",
      "    prices: {prefer: book, book: prices.yaml}"
    })
final class ImportPricesCommand implements Callable<Integer> {
  /** Whose list it is. */
  enum Format {
    LITELLM,
    GENAI
  }

  @Parameters(paramLabel = "FILE", description = "The price list.")
  private Path file;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "Whose list it is: litellm or genai.")
  private Format format;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      description = "Models whose name contains this; may be given several times.")
  private List<String> models;

  @Option(
      names = "--valid-from",
      required = true,
      paramLabel = "DATE",
      description = "First night of prices that the list gives no date, such as the list's own.")
  private LocalDate validFrom;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "What the prices name as their source; the file's name by default.")
  private String source;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ImportedPrices imported = read(text());
    List<Price> prices = imported.prices().stream().filter(price -> wanted(price.model())).toList();
    List<Skipped> skipped =
        imported.skipped().stream().filter(entry -> wanted(entry.model())).toList();
    PrintWriter err = spec.commandLine().getErr();
    skipped.forEach(
        entry ->
            err.println(
                "left out: %s, %s: %s".formatted(entry.model(), entry.field(), entry.reason())));
    err.flush();
    if (prices.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "No price in %s is of a model whose name contains %s; %s prices are of others."
              .formatted(file, String.join(" or ", models), imported.prices().size()));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(PriceLines.of(prices));
    out.flush();
    return ExitStatus.DONE.code();
  }

  private String text() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          spec.commandLine(), "There is no file " + file + "; download the price list first.");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8 text; download the price list again", e);
    }
  }

  private ImportedPrices read(String json) {
    String named = source == null ? file.getFileName().toString() : source;
    return switch (format) {
      case LITELLM -> LiteLlmPrices.read(json, validFrom, named);
      case GENAI -> GenAiPrices.read(json, validFrom, named);
    };
  }

  private boolean wanted(String model) {
    return models.stream().anyMatch(model::contains);
  }
}
