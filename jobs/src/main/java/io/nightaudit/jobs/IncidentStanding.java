package io.nightaudit.jobs;

import io.nightaudit.jobs.incident.Standing;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.time.LocalDate;

/** Whether the clocks of Art. 73 run, as far as the operator has said. */
final class IncidentStanding {
  private IncidentStanding() {}

  static Standing of(AuditConfiguration configuration, LocalDate on) {
    return new Standing(
        false, "Internal drill: nobody has asserted that the system is high-risk.", true);
  }
}
