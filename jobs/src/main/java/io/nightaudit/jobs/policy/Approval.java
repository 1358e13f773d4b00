package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who approved the thresholds, as the configuration says: an empty text is not recorded.
 *
 * @param by who approved them
 * @param on the date of the approval
 * @param effectiveFrom the first night that they are meant for
 */
public record Approval(String by, String on, String effectiveFrom) implements Serializable {
  /** Nothing is recorded. */
  public static final Approval NONE = new Approval("", "", "");

  /** The first night that the thresholds are meant for, where it is recorded. */
  public Optional<LocalDate> firstNight() {
    return effectiveFrom.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(effectiveFrom));
  }

  /** Whether the thresholds are meant for a night; empty where it is not recorded. */
  public Optional<Boolean> covers(LocalDate night) {
    return firstNight().map(first -> !first.isAfter(night));
  }
}
