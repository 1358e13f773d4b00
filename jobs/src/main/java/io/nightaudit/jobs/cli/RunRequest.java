package io.nightaudit.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code run} was asked for.
 *
 * @param from the first night
 * @param to the last night, at least the first
 * @param store the store that was named instead of the configuration's
 * @param master the Spark master that was named instead of the surrounding one
 * @param verbose whether errors come with their stack trace
 * @param progress whether standard error is a terminal that shows progress
 */
public record RunRequest(
    LocalDate from,
    LocalDate to,
    Optional<String> store,
    Optional<String> master,
    boolean verbose,
    boolean progress) {
  public RunRequest {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          "the first night, " + from + ", is after the last, " + to + "; swap them");
    }
  }

  /** All nights, in order. */
  public List<LocalDate> nights() {
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
