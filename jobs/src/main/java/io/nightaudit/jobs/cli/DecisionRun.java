package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Keeps what people decide. */
@FunctionalInterface
public interface DecisionRun {
  /**
   * Keeps the decision, says what follows from it, and returns the exit status.
   *
   * @throws Refusal if it cannot be taken
   */
  int take(AuditConfiguration configuration, DecisionRequest request, PrintWriter out);
}
