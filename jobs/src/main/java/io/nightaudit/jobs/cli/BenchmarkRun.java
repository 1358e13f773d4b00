package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.ConfigurationException;

/** Measures the speed of a night. */
@FunctionalInterface
public interface BenchmarkRun {
  /** Runs the benchmark and returns the exit status. */
  int run(BenchmarkRequest request) throws ConfigurationException;
}
