package io.nightaudit.jobs.cli;

/** Shows how far long work has come. */
public interface Progress extends AutoCloseable {
  /** Begins a task of so many steps; a task that was still open ends. */
  void start(String task, long steps);

  /** One step is done; says which. */
  void step(String what);

  @Override
  void close();

  /** Whether a person is watching. */
  static boolean watched() {
    return System.console() != null;
  }

  /** A bar on standard error, or silence. */
  static Progress on(boolean terminal) {
    return terminal ? new TerminalProgress() : new QuietProgress();
  }
}
