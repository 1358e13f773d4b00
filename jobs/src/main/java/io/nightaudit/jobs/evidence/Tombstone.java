package io.nightaudit.jobs.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of the chain of decisions that says what retention removes. It is written before the
 * first file goes, so that a file that is gone without one is missing.
 *
 * @param sequence its number in the chain
 * @param decision its id
 * @param scope of what: rows of tables, files of reports, or reports of periods
 * @param from the first night
 * @param to the last
 * @param on the day on which it was written, in UTC
 */
public record Tombstone(
    long sequence, String decision, Scope scope, LocalDate from, LocalDate to, LocalDate on) {
  private static final String KIND = "RETENTION";
  private static final int DATE = 10;

  /** Of what nights are removed. */
  public enum Scope {
    /** Rows of tables that hold more than the register of nights and releases. */
    TABLES,
    /** Files of reports; manifests and what lies beside them stay. */
    REPORTS,
    /** Reports of periods, which no manifest names. */
    PERIODS
  }

  /** The tombstone of an entry, where it is one. */
  static Optional<Tombstone> of(ChainEntry entry) {
    JsonNode row = entry.record();
    if (!row.path("kind").asText().equals(KIND)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Tombstone(
              entry.sequence(),
              row.path("decision").asText(),
              Scope.valueOf(row.path("retention_scope").asText()),
              LocalDate.parse(row.path("retention_from").asText()),
              LocalDate.parse(row.path("retention_to").asText()),
              LocalDate.parse(row.path("decided_at").asText().substring(0, DATE))));
    } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // An entry of a form that this program does not know removes nothing.
      return Optional.empty();
    }
  }

  /** Whether a night is one of those that it removes. */
  public boolean covers(LocalDate night) {
    return !night.isBefore(from) && !night.isAfter(to);
  }

  /** What a person reads. */
  public String words() {
    return "removed by retention on %s (decision %s)".formatted(on, decision);
  }
}
