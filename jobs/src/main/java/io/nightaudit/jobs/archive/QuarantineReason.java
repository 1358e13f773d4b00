package io.nightaudit.jobs.archive;

import java.util.Locale;

/**
 * Why a row is not measured. A row that breaks several rules has the first reason of this order,
 * and within one reason the first column of the interaction's order.
 */
public enum QuarantineReason {
  /** The time cannot be understood. */
  INVALID_TIME,
  /** There is no time. */
  MISSING_TIME,
  /** The time is that of another night. */
  LATE,
  /** The id is part of the key, and the row has none. */
  MISSING_ID,
  /** A value is not of the column's type, such as a word where a number is due. */
  INVALID,
  /** A count, a duration or a cost is below zero. */
  NEGATIVE,
  /** A value is beyond what can be true: see {@link Limits}. */
  ABSURD;

  /** Whether the reason is about whichever column holds the bad value. */
  private boolean ofAnyColumn() {
    return this == INVALID || this == NEGATIVE || this == ABSURD;
  }

  /** The name in coverage and quarantine, such as {@code NEGATIVE_INPUT_TOKENS}. */
  String of(String column) {
    return ofAnyColumn() ? name() + "_" + column.toUpperCase(Locale.ROOT) : name();
  }
}
