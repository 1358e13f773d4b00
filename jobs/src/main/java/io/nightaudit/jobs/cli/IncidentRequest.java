package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.incident.Harm;
import io.nightaudit.jobs.incident.IncidentClass;
import io.nightaudit.jobs.incident.IncidentRecord;
import io.nightaudit.jobs.incident.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What {@code incident} was asked for. */
public sealed interface IncidentRequest {
  /** The Spark master that was named instead of the surrounding one. */
  Optional<String> master();

  /**
   * Opens an incident.
   *
   * @param night the night that it is about
   */
  record Open(
      LocalDate night,
      IncidentClass incidentClass,
      SortedSet<Harm> harms,
      List<String> findings,
      Words words,
      Times times,
      Optional<String> master)
      implements IncidentRequest {
    public Open {
      harms = new TreeSet<>(harms);
      findings = List.copyOf(findings);
    }
  }

  /** Adds a record to an incident; {@code act} is UPDATE or closes it. */
  record Add(
      String incident,
      IncidentRecord.Act act,
      Optional<IncidentClass> incidentClass,
      SortedSet<Harm> harms,
      List<String> findings,
      Words words,
      Times times,
      Optional<String> master)
      implements IncidentRequest {
    public Add {
      harms = new TreeSet<>(harms);
      findings = List.copyOf(findings);
    }
  }

  /** Lists every incident. */
  record All(Optional<String> master) implements IncidentRequest {}

  /** Shows one with its clocks and the draft of a report. */
  record Show(String incident, Optional<String> master) implements IncidentRequest {}

  /** What a person typed: who, why, and what was done about it (may be empty). */
  record Words(String by, String reason, String action) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 1000;

    public Words {
      by = PlainText.checked("--by", by, LONGEST_NAME, "who declares it");
      reason =
          PlainText.checked("--reason", reason, LONGEST_REASON, "what happened, or what changed");
      action =
          action.isBlank()
              ? ""
              : PlainText.checked("--action", action, LONGEST_REASON, "what was done about it");
    }
  }
}
