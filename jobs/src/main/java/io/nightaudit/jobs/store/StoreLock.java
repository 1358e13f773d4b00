package io.nightaudit.jobs.store;

/** The right to write into a store: one run at a time has it. */
interface StoreLock extends AutoCloseable {
  /**
   * Checks that the run still has it.
   *
   * @throws StoreBusyException if another run has taken over
   */
  void requireHeld();

  @Override
  void close();
}
