package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names another audit store. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "FOLDER",
      description = "The audit store, instead of the configuration's.")
  private String store;

  Optional<String> store() {
    return Optional.ofNullable(store);
  }

  /** A configuration with the store that is named. */
  AuditConfiguration on(AuditConfiguration configuration) {
    return store == null ? configuration : configuration.withStore(store);
  }

  void check(CommandSpec command) {
    requireText(command, store, "--store", "a folder");
  }

  /** Refuses an option that is there and empty. */
  static void requireText(CommandSpec command, String value, String option, String what) {
    if (value != null && value.isBlank()) {
      throw new ParameterException(
          command.commandLine(), option + " is empty; name " + what + " or leave it out.");
    }
  }
}
