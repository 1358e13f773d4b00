package io.nightaudit.jobs.cli;

/** Says nothing: the log of a scheduler is no place for a bar. */
final class QuietProgress implements Progress {
  @Override
  public void start(String task, long steps) {}

  @Override
  public void step(String what) {}

  @Override
  public void close() {}
}
