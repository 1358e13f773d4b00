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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accepts a finding as the new level. */
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Accepts a finding: what moved is the new level from now on.",
    description = {
      "",
      "While a finding is open its stream learns nothing, so that it does not get used to harm. Who"
          + " accepts the finding says that the new level is right: the streams that tell its story"
          + " start to learn anew from when the move began. The decision is kept with its name and"
          + " reason, is never rewritten, and is shown in the reports of the next 28 nights. Nights"
          + " that were judged stay as they are.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the decision is kept, now or before",
      "1:the program or the machine failed",
      "2:usage or configuration, or no such finding is open; nothing was written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Answers are shorter because they were meant to be:",
      "    nightaudit accept N-3f2a9c01d4 --by \"A. Example\" \\",
      "        --reason \"shorter answers since prompt v12, as planned\"",
      "  From a night on that is still to come:",
      "    nightaudit accept N-3f2a9c01d4 --by ops --reason \"new model\" \\",
      "        --effective-night 2026-12-01"
    })
final class AcceptCommand implements Callable<Integer> {
  private final AcceptRun run;

  @Mixin private StoreOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FINDING", description = "The finding's id, as the report prints it.")
  private String finding;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who accepts it.")
  private String by;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why the new level is right, in a sentence.")
  private String reason;

  @Option(
      names = "--effective-night",
      paramLabel = "DATE",
      description =
          "First night judged against the new level. Default: the one after the last judged night.")
  private LocalDate effectiveNight;

  AcceptCommand(AcceptRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    AcceptRequest request = request();
    PrintWriter out = spec.commandLine().getOut();
    return options.attempt(
        spec,
        configuration -> {
          int status = run.accept(configuration, request, out);
          out.flush();
          return status;
        });
  }

  private AcceptRequest request() {
    try {
      return new AcceptRequest(
          finding, by, reason, Optional.ofNullable(effectiveNight), options.master());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
