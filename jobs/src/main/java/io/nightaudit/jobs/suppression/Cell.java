package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;

/**
 * One cell of a night: a slice, and how large it is.
 *
 * @param slice the slice
 * @param people different users, or interactions where users are not known
 * @param interactions its interactions, which add up over the cells of a level
 */
public record Cell(Slice slice, long people, long interactions) implements Serializable {
  public Cell {
    if (people < 0 || interactions < 0) {
      throw new IllegalArgumentException(
          "a cell has at least 0 people and interactions; found %s and %s"
              .formatted(people, interactions));
    }
  }
}
