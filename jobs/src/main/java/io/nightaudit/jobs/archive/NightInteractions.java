package io.nightaudit.jobs.archive;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stage 1 hands on. Both Datasets are lazy: they read the archive again when they are used.
 *
 * @param night the date
 * @param schema which columns the interactions have, and in which order
 * @param interactions the kept rows, their columns as the schema orders them: text as it lies in
 *     the archive (not necessarily valid UTF-8), times as TIMESTAMP, counts as BIGINT, durations
 *     (milliseconds), numbers and scores as DOUBLE; without rows or columns where nothing was read
 * @param coverage the facts of the night
 * @param quarantined rows whose values break the contract: night, interaction_id (null where it is
 *     not mapped), reason, column, file_sha256, row_index
 * @param unreadable files that cannot be read, by path, with the problem: for standard error only
 * @param message why there is nothing to read, naming the folder looked for: for standard error
 *     only
 */
public record NightInteractions(
    LocalDate night,
    InteractionSchema schema,
    Dataset<Row> interactions,
    Coverage coverage,
    Dataset<Row> quarantined,
    SortedMap<String, String> unreadable,
    Optional<String> message) {
  public NightInteractions {
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }
}
