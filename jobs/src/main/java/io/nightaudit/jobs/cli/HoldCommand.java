package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
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

/** Legal holds: nights of which nothing may be removed. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Places, releases and lists legal holds.",
    description = {
      "",
      "What is stored of a night under a hold stays, whatever the retention of the policy says. A"
          + " hold binds from the moment that it is placed, and until it is released. It protects"
          + " what this store holds: the archive and its backups need a hold of their own.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Keep everything from a night on:",
      "    nightaudit hold add --by \"A. Example\" --reason \"request of the authority\" \\",
      "        --from 2026-11-20",
      "  What is held, and the end of a hold:",
      "    nightaudit hold list",
      "    nightaudit hold release H-3f2a9c01d4 --by \"A. Example\" --reason \"request closed\"",
      "",
      "Each explains itself: nightaudit hold add --help"
    })
final class HoldCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a command: which one is meant? */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? One of add, release and list.");
  }

  /** Places a hold. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Places a legal hold on some nights, or on all.",
      description = {
        "",
        "Without --from and --to it is on all nights, those to come too. Its id is printed and"
            + " shown in the reports while it is open.",
        ""
      },
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:the hold is in force, now or before",
        "1:the program or the machine failed",
        "2:usage or configuration; nothing was written"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  A week:",
        "    nightaudit hold add --by \"A. Example\" --reason \"complaint of a customer\" \\",
        "        --from 2026-11-16 --to 2026-11-22",
        "  Everything:",
        "    nightaudit hold add --by legal --reason \"request of the authority\""
      })
  static final class AddCommand implements Callable<Integer> {
    private final DecisionRun run;

    @Mixin private DecisionOptions options;
    @Spec private CommandSpec spec;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who wants it.")
    private String by;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why it is needed, in a sentence.")
    private String reason;

    @Option(
        names = "--from",
        paramLabel = "DATE",
        description = "First night. Default: the first of the store.")
    private LocalDate from;

    @Option(
        names = "--to",
        paramLabel = "DATE",
        description = "Last night. Default: all that are to come.")
    private LocalDate to;

    AddCommand(DecisionRun run) {
      this.run = run;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return options.take(
          run,
          spec,
          master ->
              new DecisionRequest.AddHold(
                  by, reason, Optional.ofNullable(from), Optional.ofNullable(to), master));
    }
  }

  /** Ends a hold. */
  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Ends a legal hold.",
      description = {"", "The hold stays on record with who ended it and why.", ""},
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:the hold has ended, now or before",
        "1:the program or the machine failed",
        "2:usage or configuration, or there is no such hold; nothing was written"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  A request was answered:",
        "    nightaudit hold release H-3f2a9c01d4 --by legal --reason \"request closed\""
      })
  static final class ReleaseCommand implements Callable<Integer> {
    private final DecisionRun run;

    @Mixin private DecisionOptions options;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "HOLD", description = "The hold's id, as hold list prints it.")
    private String hold;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who ends it.")
    private String by;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why it may end, in a sentence.")
    private String reason;

    ReleaseCommand(DecisionRun run) {
      this.run = run;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return options.take(
          run, spec, master -> new DecisionRequest.ReleaseHold(hold, by, reason, master));
    }
  }

  /** Prints the holds. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Prints all legal holds, the open ones first.",
      description = {"", "One line each, with nights, who placed it and why.", ""},
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:the holds were printed",
        "1:the program or the machine failed",
        "2:usage or configuration"
      },
      footerHeading = "%nExamples:%n",
      footer = {"  What must stay:", "    nightaudit hold list"})
  static final class ListCommand implements Callable<Integer> {
    private final DecisionRun run;

    @Mixin private DecisionOptions options;
    @Spec private CommandSpec spec;

    ListCommand(DecisionRun run) {
      this.run = run;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return options.take(run, spec, DecisionRequest.ListHolds::new);
    }
  }
}
