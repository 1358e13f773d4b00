package io.nightaudit.jobs.finding;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What every decision of the table {@code decisions} says, of whatever kind it is.
 *
 * @param id hash of what was decided
 * @param sequence its number in the store
 * @param kind what sort of decision, such as ACCEPT
 * @param subject id of what it is about: a finding, a recommendation, a night
 * @param answer what was decided
 * @param by who decided, as they named themselves
 * @param reason why, in their words
 * @param decidedAt when
 * @param role in which role a report was read, in their words; empty of other kinds
 * @param effectiveNight the first night on which it acts, in days since 1970-01-01
 */
public record DecisionLine(
    String id,
    long sequence,
    String kind,
    String subject,
    String answer,
    String by,
    String reason,
    String role,
    Instant decidedAt,
    long effectiveNight)
    implements Serializable {
  /** The date on which it was taken, in UTC. */
  public LocalDate decidedOn() {
    return decidedAt.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
