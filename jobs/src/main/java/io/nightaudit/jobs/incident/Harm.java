package io.nightaudit.jobs.incident;

/** The harms that Art. 3(49) of Regulation (EU) 2024/1689 lists, and Art. 3(61). */
public enum Harm {
  /** Death of a person. */
  DEATH("death of a person", 10),
  /** Serious harm to a person's health. */
  HEALTH("serious harm to a person's health", 15),
  /** Serious and irreversible disruption of critical infrastructure. */
  CRITICAL_INFRASTRUCTURE("serious and irreversible disruption of critical infrastructure", 2),
  /** Infringement of obligations that protect fundamental rights. */
  FUNDAMENTAL_RIGHTS("infringement of obligations that protect fundamental rights", 15),
  /** Serious harm to property or the environment. */
  PROPERTY_OR_ENVIRONMENT("serious harm to property or the environment", 15),
  /** Widespread infringement in the sense of Art. 3(61). */
  WIDESPREAD_INFRINGEMENT("widespread infringement, Art. 3(61)", 2);

  private final String title;
  private final int days;

  Harm(String title, int days) {
    this.title = title;
    this.days = days;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /** Days within which Art. 73 wants a report, counted from awareness. */
  public int days() {
    return days;
  }
}
