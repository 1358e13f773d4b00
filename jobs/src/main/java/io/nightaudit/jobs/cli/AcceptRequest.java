package io.nightaudit.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code accept} was asked for.
 *
 * @param finding the id of the finding
 * @param by who accepts it
 * @param reason why
 * @param effectiveNight the first night on which the new level is the reference; by default the one
 *     after the last judged night
 * @param master the Spark master that was named instead of the surrounding one
 */
public record AcceptRequest(
    String finding,
    String by,
    String reason,
    Optional<LocalDate> effectiveNight,
    Optional<String> master) {
  public AcceptRequest {
    finding = finding.strip();
    by = PlainText.checked("--by", by, PlainText.LONGEST_NAME, "who accepts the finding");
    reason =
        PlainText.checked(
            "--reason", reason, PlainText.LONGEST_REASON, "why the new level is right");
  }
}
