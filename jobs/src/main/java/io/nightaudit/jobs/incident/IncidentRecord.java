package io.nightaudit.jobs.incident;

import io.nightaudit.jobs.finding.FindingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that a person declared about an incident; never rewritten.
 *
 * @param sequence its number in the store, from 1
 * @param incident id of the incident
 * @param act what was done
 * @param night the night that it is about, in days since 1970-01-01
 * @param incidentClass its class, where the record says one
 * @param harms what harm is suspected
 * @param findings ids of findings that it is about
 * @param by who declared it
 * @param reason why, in that person's words
 * @param times when things happened, as far as this record says
 * @param action what was done about it, in words; may be empty
 * @param freeze id of the frozen evidence; empty in all records but the first
 * @param recordedAt when it was declared
 * @param effectiveNight the first night whose report shows it
 */
public record IncidentRecord(
    long sequence,
    String incident,
    Act act,
    long night,
    Optional<IncidentClass> incidentClass,
    SortedSet<Harm> harms,
    List<String> findings,
    String by,
    String reason,
    Times times,
    String action,
    String freeze,
    Instant recordedAt,
    long effectiveNight) {
  /** What was done to the record of an incident. */
  public enum Act {
    OPEN,
    UPDATE,
    /** Closed as one to report. */
    CLOSE_REPORTABLE,
    /** Closed as none to report. */
    CLOSE_NOT_REPORTABLE;

    /** Whether it ends the triage. */
    public boolean closes() {
      return this == CLOSE_REPORTABLE || this == CLOSE_NOT_REPORTABLE;
    }
  }

  public IncidentRecord {
    harms = new TreeSet<>(harms);
    findings = List.copyOf(findings);
    if (act == Act.OPEN && incidentClass.isEmpty()) {
      throw new IllegalArgumentException("an incident is opened with a class, 3 or 4");
    }
  }

  /** The id of an incident: its night, its first findings and who opened it why. */
  public static String id(long night, List<String> findings, String by, String reason) {
    return "I-"
        + FindingId.hash(
            String.join(
                "\n",
                LocalDate.ofEpochDay(night).toString(),
                String.join(",", findings),
                by,
                reason));
  }

  /** The same record with its place in the store. */
  public IncidentRecord kept(long number, Instant at) {
    return new IncidentRecord(
        number,
        incident,
        act,
        night,
        incidentClass,
        harms,
        findings,
        by,
        reason,
        times,
        action,
        freeze,
        at,
        effectiveNight);
  }

  /** Whether it says the same as another one, whenever both were kept. */
  public boolean saysTheSameAs(IncidentRecord other) {
    return kept(0, Instant.EPOCH).equals(other.kept(0, Instant.EPOCH));
  }
}
