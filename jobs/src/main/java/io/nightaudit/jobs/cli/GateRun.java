package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Compares candidates with a baseline. */
@FunctionalInterface
public interface GateRun {
  /** Prints the table of the gate, writes its files, and returns the exit status. */
  int run(AuditConfiguration configuration, GateRequest request, PrintWriter out);
}
