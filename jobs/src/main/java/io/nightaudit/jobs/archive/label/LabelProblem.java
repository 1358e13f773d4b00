package io.nightaudit.jobs.archive.label;

/** Why a row of a file of labels says nothing. */
public enum LabelProblem {
  MISSING_ID("no id"),
  MISSING_LABEL("no label"),
  NOT_A_LABEL("a label that is neither yes, no nor a number"),
  NOT_YES_OR_NO("a label that is neither yes nor no"),
  MISSING_WHO("nobody who said it"),
  MISSING_TIME("no time"),
  NOT_A_TIME("a time that is not ISO 8601"),
  TOO_LONG("an id or a name that is too long"),
  HIDDEN_CHARACTERS("a name with characters that nobody sees");

  private final String words;

  LabelProblem(String words) {
    this.words = words;
  }

  /** What a command prints. */
  public String words() {
    return words;
  }
}
