package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.Nearest;
import io.nightaudit.jobs.policy.Redaction;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Nightaudit. */
@Command(
    name = "nightaudit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "The night audit of an LLM application.",
    description = {
      "",
      "Reads last night's archived interactions and reports what changed, what it cost, whether it"
          + " got worse, and whether to roll back.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  See a report without any data of yours:",
      "    nightaudit demo",
      "  Check ./nightaudit.yaml, then audit a night:",
      "    nightaudit check-config",
      "    nightaudit run --night 2026-11-22",
      "",
      "Every command explains itself: nightaudit run --help"
    })
public final class NightauditCommand implements Runnable {
  private final Jobs jobs;

  @Spec private CommandSpec spec;

  public NightauditCommand(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Runs the command of the arguments and returns the exit status. */
  public int execute(String... arguments) {
    return execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
  }

  /** Runs the command with other outputs. */
  public int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = commandLine().setOut(out).setErr(err);
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      err.println("nightaudit: out of memory: " + e.getMessage());
      err.println("  give it more with NIGHTAUDIT_MEMORY=4g, or run on a cluster by spark-submit");
    } catch (LinkageError | StackOverflowError e) {
      boolean verbose = Arrays.asList(arguments).contains("--verbose");
      new ErrorBlock(verbose, Redaction.NONE).print(e, err);
    }
    err.flush();
    return ExitStatus.FAILURE.code();
  }

  CommandLine commandLine() {
    return new CommandLine(this)
        .addSubcommand(new RunCommand(jobs.run()))
        .addSubcommand(new GateCommand(jobs.gate()))
        .addSubcommand(new CheckConfigCommand())
        .addSubcommand(new ImportPricesCommand())
        .addSubcommand(review())
        .addSubcommand(IncidentCommand.line(jobs.incident()))
        .addSubcommand(new ExplainCommand(jobs.explain()))
        .addSubcommand(new ReportCommand(jobs.report()))
        .addSubcommand(new ExportCommand(jobs.export()))
        .addSubcommand(new DemoCommand(jobs.demo()))
        .addSubcommand(new BenchmarkCommand(jobs.benchmark()))
        .addSubcommand(new AcceptCommand(jobs.accept()))
        .addSubcommand(new DecideCommand(jobs.decisions()))
        .addSubcommand(new SignOffCommand(jobs.decisions()))
        .addSubcommand(hold())
        .addSubcommand(new RetainCommand(jobs.retain()))
        .addSubcommand(new VerifyCommand(jobs.verify()))
        .addSubcommand(
            new CommandLine(new LabelsCommand())
                .addSubcommand(new LabelsImportCommand(jobs.labels())))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, NightauditCommand::date)
        .registerConverter(Instant.class, NightauditCommand::time)
        .setParameterExceptionHandler(NightauditCommand::usage)
        .setExecutionExceptionHandler(NightauditCommand::failure)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(96);
  }

  private CommandLine hold() {
    return new CommandLine(new HoldCommand())
        .addSubcommand(new HoldCommand.AddCommand(jobs.decisions()))
        .addSubcommand(new HoldCommand.ReleaseCommand(jobs.decisions()))
        .addSubcommand(new HoldCommand.ListCommand(jobs.decisions()));
  }

  private CommandLine review() {
    return new CommandLine(new ReviewCommand())
        .addSubcommand(new ReviewCommand.ListCommand(jobs.review()))
        .addSubcommand(new ReviewCommand.ExportCommand(jobs.review()));
  }

  /** Without a command: which one is meant? */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? One of run, gate, check-config, review and demo.");
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a time; write it with its offset, such as 2026-11-24T08:30:00+01:00");
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a date; write it as yyyy-MM-dd, such as 2026-11-22");
    }
  }

  private static int usage(ParameterException error, String[] arguments) {
    CommandLine line = error.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("nightaudit: " + error.getMessage());
    guesses(error).forEach(guess -> err.println("  Did you mean " + guess + "?"));
    err.println("  See: " + line.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitStatus.USAGE.code();
  }

  private static List<String> guesses(ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException unmatched)) {
      return List.of();
    }
    CommandSpec command = error.getCommandLine().getCommandSpec();
    Set<String> names = new TreeSet<>(command.subcommands().keySet());
    names.addAll(command.optionsMap().keySet());
    return Nearest.to(unmatched.getUnmatched().get(0), names);
  }

  private static int failure(Exception error, CommandLine line, ParseResult parsed) {
    boolean verbose = parsed.expandedArgs().contains("--verbose");
    new ErrorBlock(verbose, Redaction.NONE).print(error, line.getErr());
    return error instanceof ConfigurationException
        ? ExitStatus.USAGE.code()
        : ExitStatus.FAILURE.code();
  }
}
