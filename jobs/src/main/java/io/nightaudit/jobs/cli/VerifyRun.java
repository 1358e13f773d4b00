package io.nightaudit.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;

/** Checks a store against its manifests. */
@FunctionalInterface
public interface VerifyRun {
  /**
   * Checks the store, says what was found, and returns the exit status.
   *
   * @throws Refusal if there is nothing that can be checked
   */
  int verify(VerifyRequest request, PrintWriter out) throws IOException;
}
