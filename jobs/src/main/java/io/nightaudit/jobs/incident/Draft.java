package io.nightaudit.jobs.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of the Commission's draft template v1.0.0 of 26 September 2025, filled in where logs
 * and records know them; the rest is blank and a person's.
 */
public final class Draft {
  private final Incident incident;
  private final Facts facts;
  private final List<DraftField> fields = new ArrayList<>();

  /**
   * What the audit knows of the night of an incident.
   *
   * @param system name of the system
   * @param releases releases that served, with their interactions
   * @param interactions interactions of the night
   * @param affected interactions in the slices of the findings, in words
   * @param behaviour the findings' sentences
   * @param recommendations what was recommended, in words
   */
  public record Facts(
      String system,
      List<String> releases,
      long interactions,
      String affected,
      List<String> behaviour,
      List<String> recommendations) {
    public Facts {
      releases = List.copyOf(releases);
      behaviour = List.copyOf(behaviour);
      recommendations = List.copyOf(recommendations);
    }
  }

  private Draft(Incident incident, Facts facts) {
    this.incident = incident;
    this.facts = facts;
  }

  /** The fields in the order of the template. */
  public static List<DraftField> of(Incident incident, Facts facts) {
    return new Draft(incident, facts).fill();
  }

  private List<DraftField> fill() {
    field(1, "Authority addressed", "");
    field(1, "Kind of report: initial, follow-up, combined or final", "");
    field(1, "Class of incident", harms());
    field(1, "Submitter", "");
    field(1, "Provider, authorised representative", "");
    field(1, "Other regimes that it was reported under", "");
    field(2, "EU database id", "");
    field(2, "Name of the system", facts.system());
    field(2, "Models and versions that served", joined(facts.releases()));
    field(3, "Night of the logs", LocalDate.ofEpochDay(incident.night()).toString());
    field(3, "First event", time(incident.times().firstEventAt()));
    field(3, "Detected", time(incident.times().detectedAt()));
    field(3, "Aware", time(incident.times().awareAt()));
    field(3, "What went wrong, as observed in the logs", joined(facts.behaviour()));
    field(3, "Interactions of the night", String.valueOf(facts.interactions()));
    field(3, "Interactions affected", facts.affected());
    field(3, "Persons affected, and how", "");
    field(3, "Likely causality", "");
    field(3, "Remedial action", joined(actions()));
    field(3, "Recommended by the audit", joined(facts.recommendations()));
    field(3, "First reporter", incident.records().get(0).by());
    field(4, "Preliminary analysis", incident.records().get(0).reason());
    field(4, "Root cause", "");
    field(4, "Review of the risk assessment", "");
    field(5, "Comments", "");
    return List.copyOf(fields);
  }

  private String harms() {
    return incident.harms().stream().map(Harm::title).collect(Collectors.joining("; "));
  }

  private List<String> actions() {
    return incident.records().stream()
        .map(IncidentRecord::action)
        .filter(action -> !action.isEmpty())
        .toList();
  }

  private void field(int section, String name, String value) {
    fields.add(new DraftField(section, name, value));
  }

  private static String joined(List<String> parts) {
    return String.join("; ", parts);
  }

  private static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
