package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.decision.Answer;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.policy.ConfigurationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps what a person answered to a recommendation. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Keeps what a person answered to a recommendation.",
    description = {
      "",
      "A report recommends and never acts. What a person answers is kept with name and reason, is"
          + " never rewritten, and is shown in the reports of the next nights; reports that were"
          + " made stay as they are. Nothing is carried out by this command: who rolled a release"
          + " back says so with --executed-at, and the next reports tell whether the gate metric"
          + " came back.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the answer is kept, now or before",
      "1:the program or the machine failed",
      "2:usage or configuration, or no such recommendation is open; nothing was written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  A person wants the rollback of last night's report:",
      "    nightaudit decide R-3f2a9c01d4 --answer approve --by \"A. Example\" \\",
      "        --reason \"answers lost accuracy\" --serious-incident-suspected no",
      "  The rollback was carried out; the report checks its effect from then on:",
      "    nightaudit decide R-3f2a9c01d4 --answer approve --by ops --reason deployed \\",
      "        --executed-at 2026-11-24T08:30:00+01:00",
      "  Nobody answered in time, written by a scheduler:",
      "    nightaudit decide R-3f2a9c01d4 --answer expired --by airflow \\",
      "        --reason \"no answer within 12 hours\" --night 2026-11-23"
    })
final class DecideCommand implements Callable<Integer> {
  private final DecisionRun run;

  @Mixin private DecisionOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECOMMENDATION",
      description = "The recommendation's id, as the report prints it.")
  private String recommendation;

  @Option(
      names = "--answer",
      required = true,
      paramLabel = "ANSWER",
      description =
          "approve, reject, defer, or expired where nobody answered. Until it is carried out, a"
              + " later answer takes the place of an earlier one; both stay on record.")
  private Answer answer;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who answers; of expired the service that waited.")
  private String by;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in a sentence.")
  private String reason;

  @Option(
      names = "--night",
      paramLabel = "DATE",
      description =
          "The night whose report is answered. Default: the last judged one, or the one that was"
              + " answered before.")
  private LocalDate night;

  @Option(
      names = "--executed-at",
      paramLabel = "TIME",
      description =
          "When it was carried out, with its offset, such as 2026-11-24T08:30:00Z. Approves it as"
              + " well where nobody has.")
  private Instant executedAt;

  @Option(
      names = "--authority-informed-at",
      paramLabel = "TIME",
      description = "When the authority was informed of a serious incident.")
  private Instant authorityInformedAt;

  @Option(
      names = "--serious-incident-suspected",
      paramLabel = "yes|no|unknown",
      defaultValue = "unknown",
      description =
          "Whether a serious incident is suspected (Art. 3(49) of the AI Act). Default: unknown.")
  private Told seriousIncident;

  @Option(
      names = "--target-pre-assessed",
      paramLabel = "yes|no|unknown",
      defaultValue = "unknown",
      description = "Whether the release to go back to was assessed in advance. Default: unknown.")
  private Told targetPreAssessed;

  @Option(
      names = "--possible-substantial-modification",
      paramLabel = "yes|no|unknown",
      defaultValue = "unknown",
      description =
          "Whether the change could be a substantial modification of the system. Default: unknown.")
  private Told substantialModification;

  DecideCommand(DecisionRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    return options.take(run, spec, this::request);
  }

  private DecisionRequest request(Optional<String> master) {
    return new DecisionRequest.Decide(
        recommendation,
        answer,
        by,
        reason,
        Optional.ofNullable(night),
        Optional.ofNullable(executedAt),
        new Circumstances(
            seriousIncident,
            targetPreAssessed,
            substantialModification,
            Optional.ofNullable(authorityInformedAt)),
        master);
  }
}
