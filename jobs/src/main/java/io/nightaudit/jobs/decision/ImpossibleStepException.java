package io.nightaudit.jobs.decision;

/** Something was to happen to a recommendation that cannot happen in its state. */
public final class ImpossibleStepException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImpossibleStepException(String message) {
    super(message);
  }
}
