package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of every command that reads a configuration. */
final class ConfigurationOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "nightaudit.yaml",
      description = "The configuration. Default: ${DEFAULT-VALUE} in the working folder.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Overrides one key of the configuration, such as --set archive.path=DIR. Repeatable; the"
              + " last one wins.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--verbose", description = "Shows where in the program an error arose.")
  private boolean verbose;

  AuditConfiguration read() throws ConfigurationException {
    return ConfigurationFile.read(config, settings);
  }

  /** The configuration's file as it was named. */
  String file() {
    return config.toString();
  }

  /** The keys that the file or the command line sets; all others have their defaults. */
  Set<String> keys() throws ConfigurationException {
    return ConfigurationFile.keys(config, settings);
  }

  boolean verbose() {
    return verbose;
  }
}
