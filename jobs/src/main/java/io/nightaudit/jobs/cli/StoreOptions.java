package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that write into an audit store without a night of their own. */
final class StoreOptions {
  @Mixin private ConfigurationOptions options;

  @Option(
      names = "--store",
      paramLabel = "FOLDER",
      description = "The audit store, instead of the configuration's.")
  private String store;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "The Spark master, such as local[4]. Default: that of spark-submit, or all cores here.")
  private String master;

  Optional<String> master() {
    return Optional.ofNullable(master);
  }

  /** Does something with the configuration, and says what went wrong. */
  int attempt(CommandSpec spec, ToIntFunction<AuditConfiguration> work)
      throws ConfigurationException {
    requireText(spec, store, "--store", "a folder");
    requireText(spec, master, "--master", "a Spark master, such as local[4]");
    AuditConfiguration read = options.read();
    AuditConfiguration configuration = store == null ? read : read.withStore(store);
    PrintWriter err = spec.commandLine().getErr();
    try {
      return work.applyAsInt(configuration);
    } catch (Refusal refusal) {
      err.println("nightaudit: " + configuration.redaction().apply(refusal.getMessage()).strip());
      err.println("  Nothing was written.");
      err.flush();
      return ExitStatus.USAGE.code();
    } catch (RuntimeException e) {
      new ErrorBlock(options.verbose(), configuration.redaction()).print(e, err);
      return ExitStatus.FAILURE.code();
    }
  }

  private static void requireText(CommandSpec spec, String value, String option, String what) {
    if (value != null && value.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), option + " is empty; name " + what + " or leave it out.");
    }
  }
}
