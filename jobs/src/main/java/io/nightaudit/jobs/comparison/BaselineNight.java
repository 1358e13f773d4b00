package io.nightaudit.jobs.comparison;

/**
 * One night of the window before a night, and what became of it in the comparison.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param use whether the night was compared with, and if not, why
 */
public record BaselineNight(long epochDay, Use use) {
  /** What became of a night. */
  public enum Use {
    USED("compared with"),
    ABSENT("no interactions"),
    NO_VALUE("no value"),
    OTHER_DEFINITION("meant something else"),
    NEW_RELEASE("since the new release");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    /** What a person reads. */
    public String words() {
      return words;
    }
  }
}
