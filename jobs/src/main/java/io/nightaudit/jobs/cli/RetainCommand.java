package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes what is older than the policy keeps it. */
@Command(
    name = "retain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Removes from the audit store what is older than the policy keeps it.",
    description = {
      "",
      "Rows of tables go after policy.retention.tables-months, with the files that held them, so that"
          + " no earlier version of a table leads back to them; files of reports go after"
          + " reports-months. A night under a legal hold stays, and so does every night that the"
          + " next one is judged with. Before the first file goes, a tombstone says in the chain of"
          + " decisions what goes: nightaudit verify then tells of it, and finds nothing amiss.",
      "",
      "What always stays: manifests, decisions, incidents, runs, imported labels, and the tables"
          + " coverage and releases, with which every later night is judged. The archive and its"
          + " backups are not touched.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:what was too old is removed, or nothing was",
      "1:the program or the machine failed; the same command again finishes",
      "2:usage or configuration, or a run must finish first; nothing was written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  What would go, by the policy of ./nightaudit.yaml:",
      "    nightaudit retain --dry-run",
      "  Remove it, once a month:",
      "    nightaudit retain",
      "  Rows after a year, in a person's name, for a program:",
      "    nightaudit retain --set policy.retention.tables-months=12 --by \"A. Example\" --json",
      "  First keep what a request is about:",
      "    nightaudit hold add --by legal --reason \"request of the authority\" --to 2025-03-31"
    })
final class RetainCommand implements Callable<Integer> {
  private final RetainRun run;

  @Mixin private StoreOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--dry-run", description = "Says what would go, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Counts the months back from this day. Default: the last audited night, whatever the clock"
              + " says.")
  private LocalDate asOf;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "nightaudit retain",
      description = "In whose name. Default: the service, ${DEFAULT-VALUE}.")
  private String by;

  @Option(names = "--json", description = "Prints what went and what stays as JSON.")
  private boolean json;

  RetainCommand(RetainRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    RetainRequest request = request();
    PrintWriter out = spec.commandLine().getOut();
    return options.attempt(
        spec,
        configuration -> {
          int status = run.retain(configuration, request, out);
          out.flush();
          return status;
        });
  }

  private RetainRequest request() {
    try {
      return new RetainRequest(Optional.ofNullable(asOf), by, dryRun, json, options.master());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
