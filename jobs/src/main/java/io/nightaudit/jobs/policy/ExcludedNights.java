package io.nightaudit.jobs.policy;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Nights that are known to be unlike others, such as holidays: measured, but not judged by the
 * daily score, and no teachers of it.
 *
 * @param from the first night
 * @param to the last night
 * @param reason what reports say of them
 */
public record ExcludedNights(LocalDate from, LocalDate to, String reason) implements Serializable {
  public ExcludedNights {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "excluded nights end on %s, before they begin on %s; swap them".formatted(to, from));
    }
  }

  /** Whether a night, in days since 1970-01-01, is among them. */
  public boolean holds(long epochDay) {
    return epochDay >= from.toEpochDay() && epochDay <= to.toEpochDay();
  }
}
