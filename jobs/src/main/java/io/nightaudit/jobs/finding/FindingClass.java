package io.nightaudit.jobs.finding;

/** How much a finding asks of people: from nothing to an incident that only a person declares. */
public enum FindingClass {
  WITHIN_LIMITS(0, "within limits", "none"),
  OBSERVATION(1, "observation", "watch it"),
  PERFORMANCE_BREACH(2, "performance breach", "decide what is recommended for the release"),
  POSSIBLE_RISK(
      3, "possible risk: a question for a person", "a person says whether there is a risk"),
  /** Never given by this program. */
  SUSPECTED_INCIDENT(
      4, "suspected serious incident", "declared by a person only; evidence is preserved first");

  private final int number;
  private final String meaning;
  private final String asks;

  FindingClass(int number, String meaning, String asks) {
    this.number = number;
    this.meaning = meaning;
    this.asks = asks;
  }

  /** From 0 to 4. */
  public int number() {
    return number;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** What it asks of a person. */
  public String asks() {
    return asks;
  }
}
