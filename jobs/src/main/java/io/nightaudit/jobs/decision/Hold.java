package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import java.util.Optional;

/**
 * A legal hold: what is stored of its nights must stay.
 *
 * @param id its name, from its content
 * @param nights which nights
 * @param placed who wanted it, and why
 * @param released who ended it, and why; empty while it is open
 */
public record Hold(String id, Held nights, Decision placed, Optional<Decision> released) {
  /** Whether it is in force. */
  public boolean isOpen() {
    return released.isEmpty();
  }
}
