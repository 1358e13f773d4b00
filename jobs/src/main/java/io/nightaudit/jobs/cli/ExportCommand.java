package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.cli.ExportRequest.Form;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what the store holds in the form of another tool. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Writes what the store holds in the form of another tool.",
    description = {
      "",
      "findings: one line a finding and night, as CSV that no spreadsheet takes for a formula.",
      "focus: the cost ledger as FOCUS 1.2 in Parquet, price times quantity is the cost. Tokens"
          + " without a price are left out and counted: FOCUS has no missing cost.",
      "openlineage: the runs of the nights as OpenLineage events, into a file (one event a line) or"
          + " to a server.",
      "oscal: findings as observations and recommendations as risks, OSCAL 1.1.2 assessment results.",
      "",
      "Read from the store alone; the file is replaced where it exists.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:written or sent",
      "1:the program or the machine failed, or the server refused",
      "2:usage or configuration; nothing was written",
      "3:no such night was audited; nothing was written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "    nightaudit export findings --from 2026-11-01 --to 2026-11-30 --output findings.csv",
      "    nightaudit export focus --from 2026-11-01 --to 2026-11-30 --output costs.parquet",
      "    nightaudit export openlineage --night 2026-11-22 --url http://localhost:5000",
      "    nightaudit export oscal --night 2026-11-22 --output assessment.json"
    })
final class ExportCommand implements Callable<Integer> {
  private final ExportRun export;

  @Mixin private ConfigurationOptions options;
  @Mixin private NightOptions nights;
  @Mixin private StoreOption store;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FORM", description = "One of: findings, focus, openlineage, oscal.")
  private Form form;

  @Option(names = "--output", paramLabel = "FILE", description = "The file to write.")
  private Path output;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "openlineage: the server; events go to URL/api/v1/lineage.")
  private URI url;

  @Option(
      names = "--key",
      paramLabel = "env:NAME",
      description = "openlineage: the variable with the server's key.")
  private String key;

  @Option(
      names = "--billing-account",
      paramLabel = "ID",
      description = "focus: whose bill the costs are on. Default: the system's name.")
  private String account;

  ExportCommand(ExportRun export) {
    this.export = export;
  }

  @Override
  public Integer call() throws ConfigurationException {
    nights.check(spec);
    store.check(spec);
    check();
    ExportRequest request =
        new ExportRequest(
            form,
            nights.first(),
            nights.last(),
            Optional.ofNullable(output),
            Optional.ofNullable(url),
            key(),
            Optional.ofNullable(account));
    AuditConfiguration configuration = store.on(options.read());
    try {
      return export.run(
          configuration, request, spec.commandLine().getOut(), spec.commandLine().getErr());
    } catch (RuntimeException e) {
      new ErrorBlock(options.verbose(), configuration.redaction())
          .print(e, spec.commandLine().getErr());
      return ExitStatus.FAILURE.code();
    }
  }

  private void check() {
    if (form != Form.OPENLINEAGE && (url != null || key != null)) {
      throw usage("--url and --key are for openlineage; leave them out.");
    }
    if (form != Form.FOCUS && account != null) {
      throw usage("--billing-account is for focus; leave it out.");
    }
    if ((output == null) == (url == null)) {
      throw usage(
          form == Form.OPENLINEAGE
              ? "Where to? Name either a file with --output or a server with --url."
              : "Where to? Name a file with --output.");
    }
    if (url != null && !String.valueOf(url.getScheme()).matches("https?")) {
      throw usage("--url " + url + ": name one that begins with http:// or https://.");
    }
    if (output != null) {
      checkOutput();
    }
  }

  private void checkOutput() {
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith("." + form.ending())) {
      throw usage("--output %s: name a file that ends in .%s.".formatted(output, form.ending()));
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw usage("--output %s: there is no such folder; make it first.".formatted(output));
    }
    if (Files.isDirectory(output)) {
      throw usage("--output %s is a folder; name a file in it.".formatted(output));
    }
  }

  private Optional<String> key() {
    if (key == null) {
      return Optional.empty();
    }
    String name = key.startsWith("env:") ? key.substring("env:".length()) : "";
    String value = name.isEmpty() ? null : System.getenv(name);
    if (value == null || value.isBlank()) {
      throw usage("--key names a variable that is set, as env:NAME; a key is never written out.");
    }
    return Optional.of(value);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
