package io.nightaudit.jobs.cli;

/** What was asked for cannot be done, why, and what to do instead; nothing was written. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Refusal(String message) {
    super(message);
  }
}
