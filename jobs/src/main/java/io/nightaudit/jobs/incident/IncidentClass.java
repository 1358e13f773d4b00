package io.nightaudit.jobs.incident;

/** How grave an incident is held to be, by the person who declared it. */
public enum IncidentClass {
  /** Possible risk in the sense of Art. 79(1) of Regulation (EU) 2024/1689. */
  POSSIBLE_RISK(3, "possible risk, Art. 79(1)"),
  /** Suspected serious incident in the sense of Art. 3(49). */
  SUSPECTED_SERIOUS(4, "suspected serious incident, Art. 3(49)");

  private final int number;
  private final String title;

  IncidentClass(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** 3 or 4. */
  public int number() {
    return number;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /**
   * The class of a number.
   *
   * @throws IllegalArgumentException for any other than 3 and 4
   */
  public static IncidentClass of(int number) {
    return switch (number) {
      case 3 -> POSSIBLE_RISK;
      case 4 -> SUSPECTED_SERIOUS;
      default ->
          throw new IllegalArgumentException(
              "an incident has class 3 (possible risk) or 4 (suspected serious incident), not %s; lower classes are findings"
                  .formatted(number));
    };
  }
}
