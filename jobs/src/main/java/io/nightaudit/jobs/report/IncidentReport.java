package io.nightaudit.jobs.report;

import java.util.List;
import java.util.Optional;

/**
 * Incidents that people declared: section "Incident triage".
 *
 * @param drill whether the clocks are an internal drill
 * @param standing why they are or are not
 * @param incidents every incident declared up to the night, the latest first
 */
public record IncidentReport(boolean drill, String standing, List<Entry> incidents) {
  /** No incident, and nothing known of the law's clocks. */
  public static final IncidentReport NONE = new IncidentReport(true, "", List.of());

  /**
   * One incident.
   *
   * @param incidentClass 3 or 4
   * @param hoursSinceDetection whole hours from detection to the data cut-off of this report
   * @param filled fields of the draft template that logs and records know
   * @param blank fields that a person fills in
   */
  public record Entry(
      String id,
      String night,
      int incidentClass,
      String title,
      String state,
      List<String> harms,
      List<String> findings,
      String freeze,
      Optional<String> firstEventAt,
      Optional<String> detectedAt,
      Optional<String> awareAt,
      Optional<String> providerInformedAt,
      Optional<String> authorityInformedAt,
      Optional<Long> hoursSinceDetection,
      List<Clock> clocks,
      List<Word> words,
      List<Field> filled,
      List<String> blank) {}

  /** One clock; without {@code due} it has no number of days in law. */
  public record Clock(
      String name,
      String source,
      Optional<String> from,
      Optional<String> due,
      boolean provisional,
      String caveat) {}

  /** What a person said of it, and when. */
  public record Word(String act, String on, String by, String reason, String action) {}

  /** A field of the draft template. */
  public record Field(int section, String name, String value) {}
}
