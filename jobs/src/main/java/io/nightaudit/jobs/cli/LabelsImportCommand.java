package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.archive.label.LabelColumns;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in a file of labels. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Takes in a file of labels.",
    description = {
      "",
      "Reads CSV (with a header, as RFC 4180 has it, UTF-8) or Parquet with the columns id, label,"
          + " who and when. A label is yes or no (true, false, 1, 0) or a number on the scale of the"
          + " score; a time without an offset is in the time zone of the archive. Rows that say"
          + " nothing are counted by reason and listed by their line. Labels are kept for good; a"
          + " file that was imported before adds nothing.",
      "",
      "From 100 labels of the random stratum on, reports correct the mean of the judge's score by"
          + " them (PPI++). Labels --for guardrail say whether an answer really violates: reports"
          + " tell how many hits are right and how many violations pass.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the labels are kept, now or before",
      "1:the program or the machine failed",
      "2:usage or configuration, or no label could be read; nothing was written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Labels of the score “correct”:",
      "    nightaudit labels import labels.csv --for scores.correct",
      "  Whether answers really violate, from an export with columns of other names:",
      "    nightaudit labels import export.parquet --for guardrail \\",
      "        --id-column interaction --label-column violates --yes-value ja --no-value nein"
    })
final class LabelsImportCommand implements Callable<Integer> {
  private final LabelImportRun run;

  @Mixin private StoreOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The labels, as CSV or Parquet.")
  private String file;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "TARGET",
      description = "What the labels are of: a score, such as scores.correct, or guardrail.")
  private String target;

  @Option(
      names = "--id-column",
      paramLabel = "NAME",
      defaultValue = "id",
      description = "The column of the interaction. Default: ${DEFAULT-VALUE}.")
  private String id;

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      defaultValue = "label",
      description = "The column of the label. Default: ${DEFAULT-VALUE}.")
  private String label;

  @Option(
      names = "--who-column",
      paramLabel = "NAME",
      defaultValue = "who",
      description = "The column of who said it. Default: ${DEFAULT-VALUE}.")
  private String who;

  @Option(
      names = "--when-column",
      paramLabel = "NAME",
      defaultValue = "when",
      description = "The column of the time. Default: ${DEFAULT-VALUE}.")
  private String when;

  @Option(
      names = "--yes-value",
      paramLabel = "WORD",
      description = "A further word for yes. Repeatable.")
  private List<String> yes = new ArrayList<>();

  @Option(
      names = "--no-value",
      paramLabel = "WORD",
      description = "A further word for no. Repeatable.")
  private List<String> no = new ArrayList<>();

  LabelsImportCommand(LabelImportRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    LabelImportRequest request =
        new LabelImportRequest(
            file,
            target.strip(),
            new LabelColumns(id, label, who, when),
            yes,
            no,
            options.master());
    PrintWriter out = spec.commandLine().getOut();
    return options.attempt(
        spec,
        configuration -> {
          int status = run.run(configuration, request, out);
          out.flush();
          return status;
        });
  }
}
