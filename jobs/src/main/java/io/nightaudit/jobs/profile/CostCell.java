package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one key of the cost ledger used and cost on a night, and how many people that was.
 *
 * @param key who caused it
 * @param people different users, or interactions where users are not known
 * @param interactions interactions of the key
 * @param lines one for each meter that was used
 */
public record CostCell(Slice key, long people, long interactions, List<CostLine> lines)
    implements Serializable {
  public CostCell {
    lines = List.copyOf(lines);
  }

  /** The cell with the lines of another part of it. */
  public CostCell with(CostCell other) {
    return new CostCell(
        key,
        Math.max(people, other.people),
        Math.max(interactions, other.interactions),
        Stream.concat(lines.stream(), other.lines.stream()).toList());
  }
}
