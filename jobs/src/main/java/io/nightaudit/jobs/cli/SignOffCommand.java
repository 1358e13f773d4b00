package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps that a person has read a report. */
@Command(
    name = "sign-off",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Keeps that a person has read the report of a night.",
    description = {
      "",
      "Keeps name, role and the SHA-256 of the report.json that was read, so that it is known which"
          + " bytes were. Several people may sign one night. A sign-off says that the report was"
          + " read, not that its subject is in order; it is no electronic signature. The reports of"
          + " the next nights show it.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the sign-off is kept, now or before",
      "1:the program or the machine failed",
      "2:usage or configuration, or the night has no report; nothing was written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Last night's report was read:",
      "    nightaudit sign-off --night 2026-11-22 --by \"A. Example\" --role \"compliance officer\"",
      "  With something to say about it:",
      "    nightaudit sign-off --night 2026-11-22 --by ops --role \"on call\" \\",
      "        --comment \"two hours are missing: archive delay, ticket 4711\""
    })
final class SignOffCommand implements Callable<Integer> {
  private final DecisionRun run;

  @Mixin private DecisionOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--night",
      required = true,
      paramLabel = "DATE",
      description = "The night whose report was read.")
  private LocalDate night;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who read it.")
  private String by;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "In which role, in your own words.")
  private String role;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What there is to say about it, in a sentence.")
  private String comment;

  SignOffCommand(DecisionRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    return options.take(
        run, spec, master -> new DecisionRequest.SignOff(night, by, role, comment, master));
  }
}
