package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The options of commands that write into an audit store without a night of their own. */
final class StoreOptions {
  @Mixin private ConfigurationOptions options;
  @Mixin private StoreOption store;
  @Mixin private MasterOption master;

  Optional<String> master() {
    return master.master();
  }

  /** Does something with the configuration, and says what went wrong. */
  int attempt(CommandSpec spec, ToIntFunction<AuditConfiguration> work)
      throws ConfigurationException {
    store.check(spec);
    master.check(spec);
    AuditConfiguration configuration = store.on(options.read());
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
}
