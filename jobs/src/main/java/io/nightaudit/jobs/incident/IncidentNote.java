package io.nightaudit.jobs.incident;

import java.util.List;

/**
 * An incident as a report tells it.
 *
 * @param incident the incident, as its records up to the night tell it
 * @param draft the fields of the draft template, filled in where they are known
 */
public record IncidentNote(Incident incident, List<DraftField> draft) {
  public IncidentNote {
    draft = List.copyOf(draft);
  }
}
