package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads days of the calendar. */
final class Dates {
  private Dates() {}

  /** The day, where there is one; a day of no calendar is a problem. */
  static Optional<LocalDate> of(JsonNode node, Pointer at, Problems problems) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(node.asText()));
    } catch (DateTimeParseException e) {
      problems.of(
          at,
          "is "
              + Names.quoted(node.asText())
              + ", which is no day of the calendar; write 2026-12-24");
      return Optional.empty();
    }
  }
}
