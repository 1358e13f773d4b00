package io.nightaudit.jobs.report;

import io.nightaudit.jobs.incident.Clocks;
import io.nightaudit.jobs.incident.Deadline;
import io.nightaudit.jobs.incident.DraftField;
import io.nightaudit.jobs.incident.Harm;
import io.nightaudit.jobs.incident.Incident;
import io.nightaudit.jobs.incident.IncidentNote;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.incident.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Tells the incidents that people declared, as they stand at the data cut-off of the night. */
final class IncidentComposer {
  private final NightRecord record;
  private final Instant cutOff;

  IncidentComposer(NightRecord record) {
    this.record = record;
    this.cutOff =
        record
            .night()
            .plusDays(1)
            .atStartOfDay(record.configuration().archive().timezone())
            .toInstant();
  }

  IncidentReport compose() {
    return new IncidentReport(
        !record.standing().live(),
        record.standing().why(),
        record.incidents().stream()
            .sorted(
                Comparator.comparingLong((IncidentNote note) -> note.incident().night())
                    .reversed()
                    .thenComparing(note -> note.incident().id()))
            .map(this::entry)
            .toList());
  }

  private IncidentReport.Entry entry(IncidentNote note) {
    Incident incident = note.incident();
    Times times = incident.times();
    return new IncidentReport.Entry(
        incident.id(),
        Identifiers.date(incident.night()),
        incident.incidentClass().number(),
        incident.incidentClass().title(),
        incident.state(),
        incident.harms().stream().map(Harm::title).toList(),
        incident.findings(),
        incident.freeze(),
        text(times.firstEventAt()),
        text(times.detectedAt()),
        text(times.awareAt()),
        text(times.providerInformedAt()),
        text(times.authorityInformedAt()),
        times.detectedAt().filter(at -> !at.isAfter(cutOff)).map(this::hoursSince),
        Clocks.of(incident, record.standing().deploys()).stream()
            .map(IncidentComposer::clock)
            .toList(),
        incident.records().stream().map(IncidentComposer::word).toList(),
        note.draft().stream()
            .filter(DraftField::isFilled)
            .map(field -> new IncidentReport.Field(field.section(), field.name(), field.value()))
            .toList(),
        note.draft().stream().filter(field -> !field.isFilled()).map(DraftField::name).toList());
  }

  private long hoursSince(Instant time) {
    return Duration.between(time, cutOff).toHours();
  }

  private static IncidentReport.Clock clock(Deadline deadline) {
    return new IncidentReport.Clock(
        deadline.name(),
        deadline.source(),
        text(deadline.from()),
        text(deadline.due()),
        deadline.provisional(),
        deadline.caveat());
  }

  private static IncidentReport.Word word(IncidentRecord record) {
    return new IncidentReport.Word(
        record.act().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        record.recordedAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
        record.by(),
        record.reason(),
        record.action());
  }

  private static Optional<String> text(Optional<Instant> time) {
    return time.map(Instant::toString);
  }
}
