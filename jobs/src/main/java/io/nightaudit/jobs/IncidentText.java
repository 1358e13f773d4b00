package io.nightaudit.jobs;

import io.nightaudit.jobs.incident.Clocks;
import io.nightaudit.jobs.incident.Deadline;
import io.nightaudit.jobs.incident.DraftField;
import io.nightaudit.jobs.incident.Incident;
import io.nightaudit.jobs.incident.IncidentNote;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.incident.Standing;
import io.nightaudit.jobs.report.VisibleText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the command line says of incidents. */
final class IncidentText {
  private final Incident incident;
  private final List<DraftField> draft;
  private final Standing standing;

  IncidentText(IncidentNote note, Standing standing) {
    this.incident = note.incident();
    this.draft = note.draft();
    this.standing = standing;
  }

  /** One line for each. */
  static String list(List<Incident> incidents) {
    if (incidents.isEmpty()) {
      return "no incident was declared\n";
    }
    return incidents.stream()
        .map(
            incident ->
                "%s  %s  class %s  %s  %s\n"
                    .formatted(
                        incident.id(),
                        LocalDate.ofEpochDay(incident.night()),
                        incident.incidentClass().number(),
                        incident.state(),
                        VisibleText.of(incident.records().get(0).reason())))
        .collect(Collectors.joining());
  }

  String kept() {
    return "Kept: " + head() + clocks();
  }

  String keptBefore() {
    return "Kept before, nothing was appended: " + head();
  }

  /** Everything: records, clocks, draft. */
  String whole() {
    StringBuilder text = new StringBuilder(head()).append(clocks());
    text.append("\nRecords\n");
    for (IncidentRecord record : incident.records()) {
      text.append(
          "  %s  %s  by %s: %s%s\n"
              .formatted(
                  record.recordedAt(),
                  record.act().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                  VisibleText.of(record.by()),
                  VisibleText.of(record.reason()),
                  record.action().isEmpty() ? "" : "; " + VisibleText.of(record.action())));
    }
    text.append("\nDraft of a report (fields of the draft template v1.0.0)\n");
    for (DraftField field : draft) {
      text.append(
          "  %s  %s: %s\n"
              .formatted(
                  field.section(),
                  field.name(),
                  field.isFilled() ? VisibleText.of(field.value()) : "(a person fills this in)"));
    }
    return text.toString();
  }

  private String head() {
    return "incident %s of the night of %s, class %s: %s; %s\n  evidence frozen as %s\n"
        .formatted(
            incident.id(),
            LocalDate.ofEpochDay(incident.night()),
            incident.incidentClass().number(),
            incident.incidentClass().title(),
            incident.state(),
            incident.freeze());
  }

  private String clocks() {
    StringBuilder text = new StringBuilder("  " + standing.why() + "\n");
    for (Deadline clock : Clocks.of(incident, standing.deploys())) {
      text.append(
          "  %s%s\n    due %s, counted from %s\n    %s. %s\n"
              .formatted(
                  standing.live() ? "" : "(drill) ",
                  clock.name(),
                  time(clock.due(), "without undue delay"),
                  time(clock.from(), "a detection that is not known"),
                  clock.source(),
                  clock.caveat()));
    }
    return text.toString();
  }

  private static String time(Optional<Instant> time, String otherwise) {
    return time.map(Instant::toString).orElse(otherwise);
  }
}
