package io.nightaudit.jobs.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What reports say of the AI Act is made from this.
 *
 * @param applicability what the operator asserts
 * @param calendar from when on what applies
 * @param incidentsFrom from when on Art. 72 and 73 apply as the operator's counsel reads them
 */
public record RegulationSettings(
    Applicability applicability, RegulatoryCalendar calendar, Optional<LocalDate> incidentsFrom) {
  /** Nobody has said anything, and the calendar is the shipped one. */
  public static RegulationSettings unsaid() {
    return new RegulationSettings(
        Applicability.UNSAID, RegulatoryCalendarFile.shipped(), Optional.empty());
  }
}
