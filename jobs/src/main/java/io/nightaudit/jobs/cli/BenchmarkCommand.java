package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how many bare scans of the archive a night takes. */
@Command(
    name = "benchmark",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measures how many bare scans of the archive a night takes.",
    description = {
      "",
      "Reads every column that the audit needs without doing anything with it, makes the profile,"
          + " and runs the whole night, in turns in one process, and prints the best times. Without"
          + " --config it makes an archive first, and keeps it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  A million made-up interactions:",
      "    nightaudit benchmark",
      "  Ten thousand slices in little memory:",
      "    NIGHTAUDIT_MEMORY=2g nightaudit benchmark --slices 10000 --rounds 1",
      "  Nights of yours:",
      "    nightaudit benchmark --config nightaudit.yaml --from 2026-11-01 --to 2026-11-07"
    })
final class BenchmarkCommand implements Callable<Integer> {
  private final BenchmarkRun benchmark;

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", description = "Measures on its archive.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides one key of the configuration. Repeatable.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--night", paramLabel = "DATE", description = "The night to measure.")
  private LocalDate night;

  @Option(names = "--from", paramLabel = "DATE", description = "The first night of a range.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last night of a range.")
  private LocalDate to;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Interactions of the made-up archive. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--text",
      paramLabel = "BYTES",
      defaultValue = "1700",
      description = "Mean bytes of text of each of them. Default: ${DEFAULT-VALUE}.")
  private int text;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "0",
      description = "Measures so many customers instead of tenants; 0 for none.")
  private int slices;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds after the one that warms up. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "${sys:java.io.tmpdir}/nightaudit-benchmark",
      description =
          "Where the archive is kept and the store is written. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(names = "--verbose", description = "Shows where in the program an error arose.")
  private boolean verbose;

  BenchmarkCommand(BenchmarkRun benchmark) {
    this.benchmark = benchmark;
  }

  @Override
  public Integer call() throws ConfigurationException {
    List<LocalDate> nights = nights();
    Optional<AuditConfiguration> configuration =
        config == null ? Optional.empty() : Optional.of(ConfigurationFile.read(config, settings));
    return benchmark.run(
        new BenchmarkRequest(configuration, nights, rows, text, slices, rounds, folder));
  }

  private List<LocalDate> nights() {
    LocalDate first = night == null ? from : night;
    LocalDate last = night == null ? to : night;
    boolean named = first != null && last != null && !first.isAfter(last);
    if (config == null && first == null && last == null) {
      return List.of();
    }
    if (config == null || !named) {
      throw new ParameterException(
          spec.commandLine(),
          "--config needs --night, or --from and --to in order; without it leave them out.");
    }
    return first.datesUntil(last.plusDays(1)).toList();
  }
}
