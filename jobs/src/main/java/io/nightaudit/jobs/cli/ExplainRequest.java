package io.nightaudit.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code explain} was asked for.
 *
 * @param id the id of a figure, a finding or a recommendation; empty for the list of figures
 * @param night the night
 * @param metric the metric whose figures are listed
 * @param json whether a program reads the answer
 * @param file the name of the configuration's file
 * @param ownKeys the keys that the file or the command line sets
 * @param master the Spark master that was named instead of the surrounding one
 */
public record ExplainRequest(
    Optional<String> id,
    LocalDate night,
    Optional<String> metric,
    boolean json,
    String file,
    Set<String> ownKeys,
    Optional<String> master) {
  public ExplainRequest {
    id = id.map(String::strip);
    ownKeys = Set.copyOf(ownKeys);
  }
}
