package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * How long a store keeps what it knows of a night. It moves no figure, and is in no hash of the
 * configuration.
 *
 * @param tablesMonths months that rows of tables are kept
 * @param reportsMonths months that files of reports are kept; no fewer
 */
public record RetentionPolicy(int tablesMonths, int reportsMonths) implements Serializable {
  /** The least that Art. 19(1) and 26(6) of the AI Act ask of logs, in months. */
  public static final int FLOOR = 6;

  /** Whether rows are kept for less than logs must be. */
  public boolean isBelowFloor() {
    return tablesMonths < FLOOR;
  }
}
