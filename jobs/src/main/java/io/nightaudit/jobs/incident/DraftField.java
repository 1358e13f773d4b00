package io.nightaudit.jobs.incident;

/**
 * One field of the draft template for reports of serious incidents.
 *
 * @param section number of the template's section
 * @param name the field
 * @param value what the logs and records know, empty where a person has to fill it in
 */
public record DraftField(int section, String name, String value) {
  /** Whether the logs know it. */
  public boolean isFilled() {
    return !value.isEmpty();
  }
}
