package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the nights that are excluded from the daily score. */
final class CalendarBinder {
  private static final Pointer AT = Pointer.of("policy", "calendar");

  private final JsonNode calendar;
  private final Problems problems;

  CalendarBinder(JsonNode calendar, Problems problems) {
    this.calendar = calendar;
    this.problems = problems;
  }

  List<ExcludedNights> bind() {
    List<ExcludedNights> nights = new ArrayList<>();
    for (int i = 0; i < calendar.size(); i++) {
      nights(calendar.get(i), AT.child(String.valueOf(i))).ifPresent(nights::add);
    }
    return nights;
  }

  private Optional<ExcludedNights> nights(JsonNode entry, Pointer at) {
    Optional<LocalDate> from = date(entry.path("from"), at.child("from"));
    Optional<LocalDate> to = entry.has("to") ? date(entry.path("to"), at.child("to")) : from;
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      problems.of(
          at.child("to"), "is " + to.get() + ", before from, " + from.get() + "; swap them");
      return Optional.empty();
    }
    return Optional.of(
        new ExcludedNights(from.get(), to.get(), entry.path("reason").asText().strip()));
  }

  private Optional<LocalDate> date(JsonNode node, Pointer at) {
    try {
      return Optional.of(LocalDate.parse(node.asText()));
    } catch (DateTimeParseException e) {
      problems.of(
          at, "is " + node.asText() + ", which is no day of the calendar; write 2026-12-24");
      return Optional.empty();
    }
  }
}
