package io.nightaudit.jobs.export;

import io.nightaudit.jobs.archive.Coverage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One run as lineage tells of it.
 *
 * @param runId id of the run, a UUID
 * @param system whose audit it is
 * @param version of the program
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param failed whether it ended with an exit status above 0
 * @param message what went wrong; empty where nothing did
 * @param zone time zone of the nights
 * @param nights what was read of its nights, in order
 * @param tables names of the tables that it writes
 */
public record LineageRun(
    String runId,
    String system,
    String version,
    Instant startedAt,
    Instant finishedAt,
    boolean failed,
    String message,
    ZoneId zone,
    List<Coverage> nights,
    List<String> tables) {
  public LineageRun {
    nights = List.copyOf(nights);
    tables = List.copyOf(tables);
  }
}
