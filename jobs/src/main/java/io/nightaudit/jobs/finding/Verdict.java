package io.nightaudit.jobs.finding;

/** What is said of a figure: a closed set, from the worst to the least said. */
public enum Verdict {
  BREACH("Breach"),
  WARNING("Warning"),
  FAILED("Failed"),
  /** Moved as far as a finding, but not towards harm. */
  CHANGED("Changed"),
  WITHIN_TOLERANCE("Within tolerance"),
  INSUFFICIENT_DATA("Too little data"),
  LEARNING("Learning"),
  NOT_COMPUTED("Not computed");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The word a report prints. */
  public String word() {
    return word;
  }

  /** Whether it opens a finding. */
  public boolean finds() {
    return this == BREACH || this == WARNING || this == CHANGED;
  }
}
