package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Audits one night or a range. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Audits one night, or every night of a range.",
    description = {
      "",
      "Reads the archived interactions of the night, compares them with the nights before, and"
          + " writes a report and a verdict into the audit store. Running a night again replaces"
          + " its results and changes nothing else.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, including findings and INCONCLUSIVE; read verdict.json",
      "1:the program or the machine failed; worth a retry",
      "2:usage or configuration; nothing was written",
      "3:the night's input is missing or late; worth a retry later",
      "4:the data breaks its contract beyond what the policy tolerates"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Last night, with ./nightaudit.yaml:",
      "    nightaudit run --night 2026-11-22",
      "  A month, into a store of its own:",
      "    nightaudit run --from 2026-11-01 --to 2026-11-30 --store november",
      "  An example's configuration on your copy of its archive:",
      "    nightaudit run --config jobs/examples/llmdrift.yaml --set archive.path=data/llmdrift \\",
      "        --from 2023-06-01 --to 2023-06-28"
    })
final class RunCommand implements Callable<Integer> {
  private final AuditRun run;

  @Mixin private ConfigurationOptions options;
  @Mixin private NightOptions nights;
  @Mixin private StoreOption store;
  @Mixin private MasterOption master;
  @Spec private CommandSpec spec;

  RunCommand(AuditRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    RunRequest request = request();
    AuditConfiguration configuration = store.on(options.read());
    SigningCheck.check(configuration);
    try {
      return run.run(configuration, request);
    } catch (RuntimeException e) {
      ErrorBlock error = new ErrorBlock(options.verbose(), configuration.redaction());
      error.print(e, spec.commandLine().getErr());
      return ExitStatus.FAILURE.code();
    }
  }

  private RunRequest request() {
    nights.check(spec);
    store.check(spec);
    master.check(spec);
    return new RunRequest(
        nights.first(),
        nights.last(),
        store.store(),
        master.master(),
        options.verbose(),
        Progress.watched());
  }
}
