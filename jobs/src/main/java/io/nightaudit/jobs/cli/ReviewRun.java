package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;

/** Lists or exports the interactions that a person should look at. */
@FunctionalInterface
public interface ReviewRun {
  /**
   * Lists or exports part of the queue and returns the exit status.
   *
   * @param out what was asked for
   * @param err what is missing
   */
  int run(
      AuditConfiguration configuration, ReviewRequest request, PrintWriter out, PrintWriter err);
}
