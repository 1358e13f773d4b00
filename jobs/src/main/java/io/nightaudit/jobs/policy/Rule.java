package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.util.List;

/**
 * A fixed limit, judged every night on every slice of its levels, apart from the daily score.
 *
 * @param name the rule's name
 * @param metric the metric or score, or {@code scores.*} for every score
 * @param kind how the limit is meant
 * @param limit the limit: a value of the metric's unit, a factor, or a share of the baseline
 * @param nights how many nights before are compared with; ignored by ABOVE and BELOW
 * @param level the slices it is judged on: names of dimensions, empty for all traffic
 * @param verdict what a night beyond the limit is
 */
public record Rule(
    String name,
    String metric,
    Kind kind,
    double limit,
    int nights,
    List<String> level,
    Severity verdict)
    implements Serializable {
  /** How a limit is meant. */
  public enum Kind {
    /** The value is above the limit. */
    ABOVE,
    /** The value is below the limit. */
    BELOW,
    /** The value is more than so many times that of the nights before. */
    TIMES,
    /** The value has risen by more than this share of that of the nights before. */
    RISES,
    /** The value has fallen by more than this share of that of the nights before. */
    FALLS;

    /** Whether the limit is relative to nights before. */
    public boolean relative() {
      return this == TIMES || this == RISES || this == FALLS;
    }
  }

  /** What a night beyond a limit is. */
  public enum Severity {
    WARNING,
    BREACH
  }

  public Rule {
    level = List.copyOf(level);
  }
}
