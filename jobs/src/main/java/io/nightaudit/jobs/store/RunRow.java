package io.nightaudit.jobs.store;

import java.time.Instant;

/**
 * One run of a command: a row of the ledger {@code runs}.
 *
 * @param runId id of the run
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param command the command, such as run
 * @param nightsFrom first night, in days since 1970-01-01
 * @param nightsTo last night
 * @param status its exit status
 * @param message what went wrong, empty where nothing did
 * @param version version of the program
 * @param configurationHash hash of the configuration
 */
public record RunRow(
    String runId,
    Instant startedAt,
    Instant finishedAt,
    String command,
    long nightsFrom,
    long nightsTo,
    int status,
    String message,
    String version,
    String configurationHash) {}
