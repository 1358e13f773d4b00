package io.nightaudit.jobs.policy;

import io.nightaudit.jobs.metric.Column;

/** What the columns of an interaction mean, as the schema of configurations says it. */
public final class ColumnMeanings {
  private ColumnMeanings() {}

  /** What a column means, in a sentence. */
  public static String of(Column column) {
    return Schema.at(Pointer.of("archive", "columns"))
        .path("properties")
        .path(column.id())
        .path("description")
        .asText();
  }
}
