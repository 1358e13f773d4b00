package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.AcceptedChanges;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.report.Report;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What all figures of a night have in common.
 *
 * @param configuration the configuration of now
 * @param file the name of its file
 * @param ownKeys the keys that the file or the command line sets
 * @param night the night
 * @param report its report, where there is one
 * @param coverage what was read of it
 * @param unreliable nights whose archive cannot be relied on
 * @param accepted new levels that people accepted
 */
public record NightContext(
    AuditConfiguration configuration,
    String file,
    Set<String> ownKeys,
    LocalDate night,
    Optional<Report> report,
    Optional<Coverage> coverage,
    Set<Long> unreliable,
    AcceptedChanges accepted) {
  public NightContext {
    ownKeys = Set.copyOf(ownKeys);
    unreliable = Set.copyOf(unreliable);
  }

  /** The name of the configuration's file without its folders. */
  String fileName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  long epochDay() {
    return night.toEpochDay();
  }

  /** Whether the report was made with this configuration; true where there is no report. */
  boolean sameConfiguration() {
    return report
        .map(Report::identity)
        .map(identity -> identity.configurationHash().equals(ConfigurationHash.of(configuration)))
        .orElse(true);
  }

  /** The figure of an id as the report has it. */
  Optional<Report.Figure> reported(String id) {
    return report.flatMap(
        made -> made.figures().stream().filter(figure -> figure.id().equals(id)).findFirst());
  }
}
