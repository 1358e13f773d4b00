package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;

/** Audits nights. */
@FunctionalInterface
public interface AuditRun {
  /** Audits the nights of the request and returns the exit status. */
  int run(AuditConfiguration configuration, RunRequest request);
}
