package io.nightaudit.jobs.cohort;

/** A cohort was asked for that the archive does not have, or that is not the only one meant. */
public final class UnknownCohortException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownCohortException(String message) {
    super(message);
  }
}
