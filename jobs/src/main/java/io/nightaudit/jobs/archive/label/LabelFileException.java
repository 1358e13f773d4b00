package io.nightaudit.jobs.archive.label;

/** A file that is none of labels, why, and what to do. */
public final class LabelFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LabelFileException(String message) {
    super(message);
  }
}
