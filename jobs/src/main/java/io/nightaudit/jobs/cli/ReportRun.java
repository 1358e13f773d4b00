package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Makes the report of a period from an audit store. */
@FunctionalInterface
public interface ReportRun {
  /** Writes the report, prints where it is and what it says, and returns the exit status. */
  int report(AuditConfiguration configuration, ReportRequest request, PrintWriter out);
}
