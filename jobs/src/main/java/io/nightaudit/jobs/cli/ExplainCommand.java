package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a figure. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Leads from a figure to the way it was computed, and computes it again.",
    description = {
      "",
      "Prints the definition of a figure, its inputs, its baseline night by night, its interval,"
          + " score, budget and policy, and the commands and SQL that give it again. It is"
          + " recomputed from the stored profiles, so the archive may be gone, and compared with"
          + " what the store and the report say, to the last digit.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the figure was explained, and the recomputation agrees",
      "1:the program or the machine failed",
      "2:usage or configuration, or no such figure",
      "3:no such night was audited",
      "6:the recomputation differs from what was stored, or nothing is left to recompute it from"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Where a figure of the report comes from:",
      "    nightaudit explain F-3f2a9c --night 2026-11-22",
      "  The figures behind a finding, for a program:",
      "    nightaudit explain N-3f2a9c01d4 --night 2026-11-22 --json",
      "  Ids of the figures of one metric, all slices:",
      "    nightaudit explain --list --night 2026-11-22 --metric errors"
    })
final class ExplainCommand implements Callable<Integer> {
  private final ExplainRun run;

  @Mixin private ConfigurationOptions options;
  @Mixin private StoreOption store;
  @Mixin private MasterOption master;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FIGURE_ID",
      description =
          "The figure's id, as the report prints it, or that of a finding or a recommendation.")
  private String id;

  @Option(names = "--night", required = true, paramLabel = "DATE", description = "The night.")
  private LocalDate night;

  @Option(names = "--list", description = "Lists the figures of the night with their ids.")
  private boolean list;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "With --list, the figures of this metric in all slices; without it, those that the"
              + " report shows.")
  private String metric;

  @Option(names = "--json", description = "Prints JSON, with all digits.")
  private boolean json;

  ExplainCommand(ExplainRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    check();
    AuditConfiguration configuration = store.on(options.read());
    ExplainRequest request =
        new ExplainRequest(
            Optional.ofNullable(id),
            night,
            Optional.ofNullable(metric),
            json,
            options.file(),
            options.keys(),
            master.master());
    PrintWriter err = spec.commandLine().getErr();
    try {
      return run.run(configuration, request, spec.commandLine().getOut(), err);
    } catch (Refusal refusal) {
      err.println("nightaudit: " + configuration.redaction().apply(refusal.getMessage()).strip());
      err.flush();
      return ExitStatus.USAGE.code();
    } catch (RuntimeException e) {
      new ErrorBlock(options.verbose(), configuration.redaction()).print(e, err);
      return ExitStatus.FAILURE.code();
    }
  }

  private void check() {
    store.check(spec);
    master.check(spec);
    if (list == (id != null)) {
      throw usage(
          list
              ? "--list needs no FIGURE_ID; leave out one of them."
              : "Which figure? Name its id, or list them all with --list.");
    }
    if (metric != null && !list) {
      throw usage("--metric is for --list; leave it out.");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
