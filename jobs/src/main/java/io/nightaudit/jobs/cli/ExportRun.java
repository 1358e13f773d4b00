package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Writes what the store holds in the form of another tool. */
@FunctionalInterface
public interface ExportRun {
  /**
   * Writes or sends the export and returns the exit status.
   *
   * @param out what was written and where
   * @param err what is missing
   */
  int run(
      AuditConfiguration configuration, ExportRequest request, PrintWriter out, PrintWriter err);
}
