package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.incident.IncidentRecord.Act;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Incidents that people declare. */
@Command(
    name = "incident",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Keeps what people declare about incidents, with the law's clocks.",
    description = {
      "",
      "A finding is never an incident by itself: a person declares one, of class 3 (possible risk,"
          + " Art. 79(1) of the AI Act) or 4 (suspected serious incident, Art. 3(49)). Opening one"
          + " freezes the evidence first and places a hold on its nights; its records are never rewritten, and the next reports show"
          + " it. Nothing is sent to anybody.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "    nightaudit incident open --night 2026-11-22 --class 4 --harm HEALTH \\",
      "        --finding N-3f2a9c01d4 --by \"A. Example\" --reason \"wrong doses in answers\" \\",
      "        --aware-at 2026-11-23T09:10:00Z",
      "    nightaudit incident update I-7c01d43f2a --by \"A. Example\" --reason \"told the provider\" \\",
      "        --provider-informed-at 2026-11-23T10:00:00Z",
      "    nightaudit incident show I-7c01d43f2a",
      "    nightaudit incident close I-7c01d43f2a --not-reportable --by \"A. Example\" \\",
      "        --reason \"a test account\""
    })
final class IncidentCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine line(IncidentRun incident) {
    return new CommandLine(new IncidentCommand())
        .addSubcommand(new OpenCommand(incident))
        .addSubcommand(new UpdateCommand(incident))
        .addSubcommand(new CloseCommand(incident))
        .addSubcommand(new ListCommand(incident))
        .addSubcommand(new ShowCommand(incident));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? One of open, update, close, list and show.");
  }

  /** What every one of them does with its request. */
  private static int attempt(
      IncidentRun incident, StoreOptions options, CommandSpec spec, Supplier<IncidentRequest> asked)
      throws ConfigurationException {
    IncidentRequest request;
    try {
      request = asked.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    return options.attempt(
        spec,
        configuration -> {
          int status = incident.run(configuration, request, out);
          out.flush();
          return status;
        });
  }

  /** Opens an incident. */
  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Opens the triage of an incident; the evidence is frozen first.",
      footerHeading = "%nExample:%n",
      footer = {
        "    nightaudit incident open --night 2026-11-22 --class 3 --finding N-3f2a9c01d4 \\",
        "        --by \"A. Example\" --reason \"answers name other customers\""
      })
  static final class OpenCommand implements Callable<Integer> {
    private final IncidentRun incident;

    @Mixin private StoreOptions options;
    @Mixin private IncidentOptions facts;
    @Spec private CommandSpec spec;

    @Option(
        names = "--night",
        required = true,
        paramLabel = "DATE",
        description = "The night that it is about.")
    private LocalDate night;

    OpenCommand(IncidentRun incident) {
      this.incident = incident;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return attempt(
          incident,
          options,
          spec,
          () ->
              new IncidentRequest.Open(
                  night,
                  facts
                      .incidentClass()
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException(
                                  "Which class? --class 3 (possible risk) or --class 4 (suspected serious incident).")),
                  facts.harms(),
                  facts.findings(),
                  facts.words(),
                  facts.times(),
                  options.master()));
    }
  }

  /** Adds to an incident. */
  @Command(
      name = "update",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Adds to the record of an incident; nothing is rewritten.",
      footerHeading = "%nExample:%n",
      footer = {
        "    nightaudit incident update I-7c01d43f2a --class 4 --harm DEATH --by \"A. Example\" \\",
        "        --reason \"the hospital called\" --aware-at 2026-11-23T09:10:00Z"
      })
  static final class UpdateCommand implements Callable<Integer> {
    private final IncidentRun incident;

    @Mixin private StoreOptions options;
    @Mixin private IncidentOptions facts;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "INCIDENT", description = "The incident's id.")
    private String id;

    UpdateCommand(IncidentRun incident) {
      this.incident = incident;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return attempt(incident, options, spec, () -> facts.add(id, Act.UPDATE, options.master()));
    }
  }

  /** Closes an incident. */
  @Command(
      name = "close",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Closes the triage of an incident: a person has decided.",
      footerHeading = "%nExample:%n",
      footer = {
        "    nightaudit incident close I-7c01d43f2a --reportable --by \"A. Example\" \\",
        "        --reason \"reported to the authority\" --authority-informed-at 2026-11-24T08:00:00Z"
      })
  static final class CloseCommand implements Callable<Integer> {
    private final IncidentRun incident;

    @Mixin private StoreOptions options;
    @Mixin private IncidentOptions facts;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "INCIDENT", description = "The incident's id.")
    private String id;

    @Option(names = "--reportable", description = "It had to be reported.")
    private boolean reportable;

    @Option(names = "--not-reportable", description = "It had not to be reported.")
    private boolean notReportable;

    CloseCommand(IncidentRun incident) {
      this.incident = incident;
    }

    @Override
    public Integer call() throws ConfigurationException {
      if (reportable == notReportable) {
        throw new ParameterException(
            spec.commandLine(), "What was decided? One of --reportable and --not-reportable.");
      }
      Act act = reportable ? Act.CLOSE_REPORTABLE : Act.CLOSE_NOT_REPORTABLE;
      return attempt(incident, options, spec, () -> facts.add(id, act, options.master()));
    }
  }

  /** Lists incidents. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Lists every incident of the store with its state.",
      footerHeading = "%nExample:%n",
      footer = "    nightaudit incident list")
  static final class ListCommand implements Callable<Integer> {
    private final IncidentRun incident;

    @Mixin private StoreOptions options;
    @Spec private CommandSpec spec;

    ListCommand(IncidentRun incident) {
      this.incident = incident;
    }

    @Override
    public Integer call() throws ConfigurationException {
      return attempt(incident, options, spec, () -> new IncidentRequest.All(options.master()));
    }
  }

  /** Shows an incident. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      header = "Shows an incident, its clocks, and the draft of a report to an authority.",
      description = {
        "",
        "The fields of the Commission's draft template (v1.0.0, 26 September 2025) are filled in"
            + " where logs and records know them; what is blank is a person's to write.",
        ""
      },
      footerHeading = "%nExample:%n",
      footer = "    nightaudit incident show I-7c01d43f2a")
  static final class ShowCommand implements Callable<Integer> {
    private final IncidentRun incident;

    @Mixin private StoreOptions options;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "INCIDENT", description = "The incident's id.")
    private String id;

    ShowCommand(IncidentRun incident) {
      this.incident = incident;
    }

    @Override
    public Integer call() throws ConfigurationException {
      Optional<String> master = options.master();
      return attempt(incident, options, spec, () -> new IncidentRequest.Show(id.strip(), master));
    }
  }
}
