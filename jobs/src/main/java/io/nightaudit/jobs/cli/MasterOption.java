package io.nightaudit.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that names a Spark master. */
final class MasterOption {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "The Spark master, such as local[4]. Default: that of spark-submit, or all cores here.")
  private String master;

  Optional<String> master() {
    return Optional.ofNullable(master);
  }

  void check(CommandSpec command) {
    StoreOption.requireText(command, master, "--master", "a Spark master, such as local[4]");
  }
}
