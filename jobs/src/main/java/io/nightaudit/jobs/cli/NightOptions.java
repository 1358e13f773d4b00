package io.nightaudit.jobs.cli;

import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that name one night or a range. */
final class NightOptions {
  @Option(names = "--night", paramLabel = "DATE", description = "The night, as yyyy-MM-dd.")
  private LocalDate night;

  @Option(names = "--from", paramLabel = "DATE", description = "The first night of a range.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last night of a range.")
  private LocalDate to;

  /** Refuses anything but a night or a range in order. */
  void check(CommandSpec command) {
    boolean range = from != null || to != null;
    if (night == null && !range) {
      throw usage(command, "Which night? Name one with --night, or a range with --from and --to.");
    }
    if (night != null && range) {
      throw usage(command, "--night and --from/--to exclude each other; leave one out.");
    }
    if (night == null && (from == null || to == null)) {
      throw usage(command, "A range needs both --from and --to.");
    }
    if (night == null && from.isAfter(to)) {
      throw usage(command, "--from " + from + " is after --to " + to + "; swap them.");
    }
  }

  LocalDate first() {
    return night == null ? from : night;
  }

  LocalDate last() {
    return night == null ? to : night;
  }

  private static ParameterException usage(CommandSpec command, String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
