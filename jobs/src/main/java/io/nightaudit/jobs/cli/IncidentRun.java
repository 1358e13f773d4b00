package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Keeps, lists or shows what people declare about incidents. */
@FunctionalInterface
public interface IncidentRun {
  /**
   * Does what was asked and returns the exit status; a {@link Refusal} says what stands against.
   */
  int run(AuditConfiguration configuration, IncidentRequest request, PrintWriter out);
}
