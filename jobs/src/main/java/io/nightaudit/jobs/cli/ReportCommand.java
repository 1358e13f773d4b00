package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the report of a week, a month or a quarter. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Reports a week, a month or any other period.",
    description = {
      "",
      "Says which nights could be relied on, what changed, which findings opened and closed, what"
          + " was decided and by whom, which nights nobody signed off, and what the period cost,"
          + " beside as many nights before it. Reads the tables of the audit store alone: the"
          + " archive may be gone. Equal tables give equal files.",
      "",
      "A night that was missed, or is still to come, is listed as such; nothing is estimated for"
          + " it.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the report is written",
      "1:the program or the machine failed; worth a retry",
      "2:usage or configuration, or there is no store; nothing was written",
      "3:no night of the period was audited; the report is written and says so"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Last week, and November so far:",
      "    nightaudit report --week 2026-W47",
      "    nightaudit report --month 2026-11",
      "  A quarter of another store, into a folder of its own:",
      "    nightaudit report --quarter 2026-Q3 --store audit/store --output quarterly",
      "  Any nights:",
      "    nightaudit report --from 2026-11-10 --to 2026-11-23"
    })
final class ReportCommand implements Callable<Integer> {
  private final ReportRun run;

  @Mixin private StoreOptions options;
  @Mixin private PeriodOptions period;
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Where period.json and period.html are written. Default: periods/FROM_TO in the store.")
  private Path output;

  ReportCommand(ReportRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    ReportRequest request = request();
    PrintWriter out = spec.commandLine().getOut();
    return options.attempt(spec, configuration -> run.report(configuration, request, out));
  }

  private ReportRequest request() {
    PeriodOptions.Period named = period.period(spec);
    if (output != null && output.toString().isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--output is empty; name a folder or leave it out.");
    }
    try {
      return new ReportRequest(
          named.from(), named.to(), Optional.ofNullable(output), options.master());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
