package io.nightaudit.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which period a report was asked for.
 *
 * @param from the first night
 * @param to the last night, at least the first
 * @param output the folder to write to; empty for the store's own
 * @param master the Spark master that was named instead of the surrounding one
 */
public record ReportRequest(
    LocalDate from, LocalDate to, Optional<Path> output, Optional<String> master) {
  /** The longest period: with the one before it, more than two years of nights. */
  public static final int MOST_NIGHTS = 400;

  public ReportRequest {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          "--from " + from + " is after --to " + to + "; swap them.");
    }
    long nights = ChronoUnit.DAYS.between(from, to) + 1;
    if (nights > MOST_NIGHTS) {
      throw new IllegalArgumentException(
          "%s to %s are %s nights, more than %s; ask for a shorter period, such as --quarter."
              .formatted(from, to, nights, MOST_NIGHTS));
    }
  }
}
