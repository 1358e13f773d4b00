package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.metric.Column;
import java.io.Serializable;
import java.util.List;

/**
 * What the interactions of a night have, and in which order the Dataset's columns stand: canonical
 * columns, then scores, then dimensions.
 *
 * @param columns canonical columns, in declaration order, {@code SCORES} never among them
 * @param scores names of scores, sorted, each a double
 * @param booleanScores names of those scores that are a yes or no
 * @param dimensions names of further dimensions, sorted, each text
 */
public record InteractionSchema(
    List<Column> columns, List<String> scores, List<String> booleanScores, List<String> dimensions)
    implements Serializable {
  public InteractionSchema {
    columns = List.copyOf(columns);
    scores = List.copyOf(scores);
    booleanScores = List.copyOf(booleanScores);
    dimensions = List.copyOf(dimensions);
  }

  /** Position of a canonical column, -1 where the night does not have it. */
  public int position(Column column) {
    return columns.indexOf(column);
  }

  /** Position of the first score. */
  public int firstScore() {
    return columns.size();
  }

  /** Position of the first dimension. */
  public int firstDimension() {
    return columns.size() + scores.size();
  }

  /** Position of a canonical column or dimension by name, -1 where there is none. */
  public int position(String name) {
    int dimension = dimensions.indexOf(name);
    return dimension >= 0
        ? firstDimension() + dimension
        : Column.named(name).map(this::position).orElse(-1);
  }
}
