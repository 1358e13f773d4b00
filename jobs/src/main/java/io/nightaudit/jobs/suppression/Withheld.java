package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A cell that is withheld on a night.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param slice the slice
 * @param reason why
 * @param origin the last night on which a cell that it is withheld for was too small
 */
public record Withheld(long epochDay, Slice slice, Reason reason, long origin)
    implements Comparable<Withheld>, Serializable {
  private static final Comparator<Withheld> ORDER =
      Comparator.comparingLong(Withheld::epochDay).thenComparing(Withheld::slice);

  public Withheld {
    if (origin > epochDay) {
      throw new IllegalArgumentException(
          "a cell is withheld for a night up to its own, %s; found %s".formatted(epochDay, origin));
    }
  }

  @Override
  public int compareTo(Withheld other) {
    return ORDER.compare(this, other);
  }
}
