package io.nightaudit.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What retention is asked to do.
 *
 * @param asOf the day from which months are counted back; by default the last audited night
 * @param by in whose name
 * @param dryRun whether to say what would go, and to write nothing
 * @param json whether the answer is for a program
 * @param master the Spark master that was named instead of the surrounding one
 */
public record RetainRequest(
    Optional<LocalDate> asOf, String by, boolean dryRun, boolean json, Optional<String> master) {
  public RetainRequest {
    by = PlainText.checked("--by", by, PlainText.LONGEST_NAME, "in whose name it is removed");
  }
}
