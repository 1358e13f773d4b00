package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What all commands by which people decide have in common. */
final class DecisionOptions {
  @Mixin private StoreOptions options;

  /** Takes the decision of the command line. */
  int take(DecisionRun run, CommandSpec spec, Function<Optional<String>, DecisionRequest> request)
      throws ConfigurationException {
    DecisionRequest asked = checked(spec, request);
    PrintWriter out = spec.commandLine().getOut();
    return options.attempt(
        spec,
        configuration -> {
          int status = run.take(configuration, asked, out);
          out.flush();
          return status;
        });
  }

  private DecisionRequest checked(
      CommandSpec spec, Function<Optional<String>, DecisionRequest> request) {
    try {
      return request.apply(options.master());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
