package io.nightaudit.jobs.metric;

/** The six families in the order of the report. */
public enum Family {
  INPUT("Input"),
  OUTPUT("Output"),
  PERFORMANCE("Performance"),
  QUALITY("Quality"),
  GUARDRAIL("Guardrails"),
  COST("Cost");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** The word a report prints. */
  public String title() {
    return title;
  }
}
