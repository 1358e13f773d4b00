package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a configuration and says what it means. */
@Command(
    name = "check-config",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Checks a configuration without reading the archive.",
    description = {
      "",
      "Prints OK and what the configuration means: the mapped columns, the slices, the rules, and"
          + " the metrics that cannot be computed with the columns that they lack. Otherwise lists"
          + " everything that is wrong, at once.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the configuration is valid", "2:it is not; everything wrong is listed"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  The configuration of the working folder:",
      "    nightaudit check-config",
      "  Another one, with a key changed:",
      "    nightaudit check-config --config jobs/examples/azure.yaml --set slices.cap=50"
    })
final class CheckConfigCommand implements Callable<Integer> {
  @Mixin private ConfigurationOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ConfigurationException {
    AuditConfiguration configuration = options.read();
    SigningCheck.check(configuration);
    String summary = ConfigurationSummary.of(configuration);
    PrintWriter out = spec.commandLine().getOut();
    out.print(summary);
    out.flush();
    return ExitStatus.DONE.code();
  }
}
