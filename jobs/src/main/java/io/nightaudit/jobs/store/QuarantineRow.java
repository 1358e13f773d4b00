package io.nightaudit.jobs.store;

import java.io.Serializable;
import java.util.Objects;

/**
 * One row of the archive whose values break the contract: a row of the table {@code quarantine}.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param interactionId id of the interaction, empty where it has none
 * @param reason what is wrong
 * @param column the canonical column
 * @param fileSha256 hash of the file it lies in
 * @param rowIndex its position in the file, from 0
 */
public record QuarantineRow(
    long epochDay,
    String interactionId,
    String reason,
    String column,
    String fileSha256,
    long rowIndex)
    implements Serializable {
  public QuarantineRow {
    interactionId = Objects.requireNonNullElse(interactionId, "");
  }
}
