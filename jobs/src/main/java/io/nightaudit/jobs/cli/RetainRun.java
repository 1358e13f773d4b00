package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Removes what is older than the policy keeps it. */
@FunctionalInterface
public interface RetainRun {
  /**
   * Removes it, says what went and what stays, and returns the exit status.
   *
   * @throws Refusal if nothing can be removed as the store is
   */
  int retain(AuditConfiguration configuration, RetainRequest request, PrintWriter out);
}
