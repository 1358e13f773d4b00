package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges whether candidates may take the place of a baseline. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Compares prompt versions or models with a baseline, for use in CI.",
    description = {
      "",
      "Measures each release in the archive as a night is measured, compares every candidate with"
          + " the baseline (question by question where both answered the same ones, else at the"
          + " baseline's mix), and says by the policy which candidates pass. Prints a table and"
          + " writes gate.json and gate.html; the audit store is neither read nor written.",
      "",
      "A release is named in full, such as 'gpt-4 + v7', or by a part that only one release has.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every candidate passes",
      "1:the program or the machine failed; worth a retry",
      "2:usage or configuration, an unknown release included; nothing was written",
      "3:the input is missing or late; worth a retry later",
      "4:the data breaks its contract beyond what the policy tolerates",
      "5:a candidate does not pass"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  A new prompt version, on the whole archive:",
      "    nightaudit gate --baseline v7 --candidate v8",
      "  Three candidates on the nights of an experiment:",
      "    nightaudit gate --baseline v7 --candidate v8 --candidate v9 --candidate v10 \\",
      "        --from 2026-11-01 --to 2026-11-14 --output gate"
    })
final class GateCommand implements Callable<Integer> {
  private final GateRun gate;

  @Mixin private ConfigurationOptions options;
  @Mixin private MasterOption master;
  @Spec private CommandSpec spec;

  @Option(
      names = "--baseline",
      paramLabel = "RELEASE",
      required = true,
      description = "The release that candidates are compared with.")
  private String baseline;

  @Option(
      names = "--candidate",
      paramLabel = "RELEASE",
      required = true,
      arity = "1..*",
      description = "A release to judge. Repeatable, or several after one another.")
  private List<String> candidates = new ArrayList<>();

  @Option(names = "--night", paramLabel = "DATE", description = "One night alone.")
  private LocalDate night;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first night. Default: the first of the archive.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last night. Default: the last of the archive.")
  private LocalDate to;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "gate",
      description = "Where gate.json and gate.html are written. Default: ./${DEFAULT-VALUE}.")
  private Path output;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "A further place for gate.json. Repeatable.")
  private List<Path> json = new ArrayList<>();

  GateCommand(GateRun gate) {
    this.gate = gate;
  }

  @Override
  public Integer call() throws ConfigurationException {
    GateRequest request = request();
    AuditConfiguration configuration = options.read();
    try {
      return gate.run(configuration, request, spec.commandLine().getOut());
    } catch (RuntimeException e) {
      ErrorBlock error = new ErrorBlock(options.verbose(), configuration.redaction());
      error.print(e, spec.commandLine().getErr());
      return ExitStatus.FAILURE.code();
    }
  }

  private GateRequest request() {
    checkDates();
    requireText(List.of(baseline), "--baseline", "a release");
    requireText(candidates, "--candidate", "a release");
    master.check(spec);
    if (new HashSet<>(candidates).size() < candidates.size()) {
      throw usage("A candidate is named twice; name each once.");
    }
    return new GateRequest(
        baseline,
        candidates,
        Optional.ofNullable(night == null ? from : night),
        Optional.ofNullable(night == null ? to : night),
        output,
        json,
        master.master(),
        options.verbose(),
        Progress.watched());
  }

  private void checkDates() {
    if (night != null && (from != null || to != null)) {
      throw usage("--night and --from/--to exclude each other; leave one out.");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw usage("--from " + from + " is after --to " + to + "; swap them.");
    }
  }

  private void requireText(List<String> values, String option, String what) {
    if (values.stream().anyMatch(String::isBlank)) {
      throw usage(option + " is empty; name " + what + ".");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
