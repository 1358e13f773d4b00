package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The interactions that a person should look at. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Lists or exports the interactions that a person should look at.",
    description = {
      "",
      "Every run draws interactions of the night for review: from guardrail hits, the worst scores,"
          + " bad feedback, unlisted words, the highest costs, and from all. The store holds their"
          + " ids and the probability with which each was drawn, no text.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  What to look at today:",
      "    nightaudit review list --night 2026-11-22",
      "  Interactions that were rated low, as an evaluation set:",
      "    nightaudit review export --from 2026-11-01 --to 2026-11-30 --low-rated \\",
      "        --output evaluation.csv",
      "",
      "Each explains itself: nightaudit review export --help"
    })
final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a command: which one is meant? */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of list and export.");
  }

  /** Prints the queue. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Prints the interactions that a person should look at.",
      description = {
        "",
        "One line for each interaction and stratum that it was drawn from, with the probability of"
            + " that; strata from which nothing was drawn say why.",
        ""
      },
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:the queue was printed",
        "1:the program or the machine failed",
        "2:usage or configuration",
        "3:no such night was audited"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  Everything that was drawn of a night:",
        "    nightaudit review list --night 2026-11-22",
        "  Guardrail hits of a week:",
        "    nightaudit review list --from 2026-11-16 --to 2026-11-22 --stratum GUARDRAIL_HIT"
      })
  static final class ListCommand implements Callable<Integer> {
    private final ReviewRun review;

    @Mixin private ReviewOptions options;
    @Spec private CommandSpec spec;

    ListCommand(ReviewRun review) {
      this.review = review;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return options.run(review, spec, false, Optional.empty());
    }
  }

  /** Writes an evaluation set. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Writes interactions for review into a file, by id.",
      description = {
        "",
        "One row for each interaction: its id and night, the strata that it was drawn from, the"
            + " probability with which it came into the file, and what was judged of it: scores,"
            + " feedback, guardrails. Weighted with one over the probability, the rows stand for"
            + " all interactions of the strata asked for. Read from the store alone; the file is"
            + " replaced where it exists.",
        ""
      },
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:the file was written",
        "1:the program or the machine failed",
        "2:usage or configuration; nothing was written",
        "3:no such night was audited; nothing was written"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  Interactions that were rated low, as an evaluation set:",
        "    nightaudit review export --from 2026-11-01 --to 2026-11-30 --low-rated \\",
        "        --output evaluation.parquet",
        "  What to hand to the people who label, of one night:",
        "    nightaudit review export --night 2026-11-22 --output label.csv"
      })
  static final class ExportCommand implements Callable<Integer> {
    private static final Set<String> ENDINGS = Set.of("csv", "json", "parquet");

    private final ReviewRun review;

    @Mixin private ReviewOptions options;
    @Spec private CommandSpec spec;

    @Option(
        names = "--low-rated",
        description = "Only what was rated low: strata LOW_SCORE and LOW_FEEDBACK.")
    private boolean lowRated;

    @Option(
        names = "--output",
        required = true,
        paramLabel = "FILE",
        description =
            "The file, whose ending says its format: .csv, .json or .parquet. In CSV, a text that"
                + " a spreadsheet would take for a formula begins with an apostrophe.")
    private Path output;

    ExportCommand(ReviewRun review) {
      this.review = review;
    }

    @Override
    public Integer call() throws ConfigurationException {
      checkOutput();
      return options.run(review, spec, lowRated, Optional.of(output));
    }

    private void checkOutput() {
      String name = output.toString().toLowerCase(Locale.ROOT);
      if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        throw usage("--output %s: name a file that ends in .csv, .json or .parquet.");
      }
      Path folder = output.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw usage("--output %s: there is no such folder; make it first.");
      }
      if (Files.isDirectory(output)) {
        throw usage("--output %s is a folder; name a file in it.");
      }
    }

    private ParameterException usage(String message) {
      return new ParameterException(spec.commandLine(), message.formatted(output));
    }
  }
}
