package io.nightaudit.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which part of the review queue was asked for.
 *
 * @param from the first night
 * @param to the last night, at least the first
 * @param stratum the stratum, or kind of stratum, that was asked for, such as {@code LOW_SCORE}
 * @param lowRated whether interactions that were rated low are asked for, by a score or a user
 * @param output the file to write, or none to list the queue
 */
public record ReviewRequest(
    LocalDate from,
    LocalDate to,
    Optional<String> stratum,
    boolean lowRated,
    Optional<Path> output) {
  public ReviewRequest {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          "the first night, " + from + ", is after the last, " + to + "; swap them");
    }
  }
}
