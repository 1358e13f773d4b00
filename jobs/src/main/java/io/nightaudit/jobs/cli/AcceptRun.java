package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Accepts findings as the new level. */
@FunctionalInterface
public interface AcceptRun {
  /**
   * Keeps the decision, says what follows from it, and returns the exit status.
   *
   * @throws Refusal if the finding cannot be accepted
   */
  int accept(AuditConfiguration configuration, AcceptRequest request, PrintWriter out);
}
