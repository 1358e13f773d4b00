package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code benchmark} was asked for.
 *
 * @param configuration the archive to measure on, or none for a made-up one
 * @param nights its nights, in order
 * @param rows interactions of the made-up archive
 * @param textBytes mean bytes of text of each of them
 * @param slices slices of its finest level
 * @param rounds how often everything is measured, after one round that warms up
 * @param folder where the made-up archive is kept and stores are written
 */
public record BenchmarkRequest(
    Optional<AuditConfiguration> configuration,
    List<LocalDate> nights,
    int rows,
    int textBytes,
    int slices,
    int rounds,
    Path folder) {
  public BenchmarkRequest {
    nights = List.copyOf(nights);
    requirePositive(rows, "--rows");
    requirePositive(textBytes, "--text");
    requirePositive(rounds, "--rounds");
  }

  private static void requirePositive(int value, String option) {
    if (value < 1) {
      throw new IllegalArgumentException(option + " is " + value + "; it must be at least 1");
    }
  }
}
