package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Leads from figures to their origin. */
@FunctionalInterface
public interface ExplainRun {
  /**
   * Explains or lists figures and returns the exit status.
   *
   * @param out what was asked for
   * @param err what is missing
   * @throws Refusal if there is no such figure
   */
  int run(
      AuditConfiguration configuration, ExplainRequest request, PrintWriter out, PrintWriter err);
}
