package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads how long a store keeps a night. */
final class RetentionBinder {
  private static final Pointer AT = Pointer.of("policy").child("retention");

  private final JsonNode retention;
  private final Problems problems;

  RetentionBinder(JsonNode retention, Problems problems) {
    this.retention = retention;
    this.problems = problems;
  }

  RetentionPolicy bind() {
    int tables = retention.path("tables-months").asInt();
    int reports = retention.path("reports-months").asInt();
    if (reports < tables) {
      problems.of(
          AT.child("reports-months"),
          "is %s, fewer than policy.retention.tables-months, %s; raise it or lower that: a report is kept at least as long as its rows"
              .formatted(reports, tables));
    }
    return new RetentionPolicy(tables, reports);
  }
}
