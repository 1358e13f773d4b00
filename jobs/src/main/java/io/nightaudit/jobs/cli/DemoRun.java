package io.nightaudit.jobs.cli;

/** Writes a small archive and audits it. */
@FunctionalInterface
public interface DemoRun {
  /** Runs the demonstration and returns the exit status. */
  int run(DemoRequest request);
}
