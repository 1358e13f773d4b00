package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.archive.label.LabelColumns;
import java.util.List;
import java.util.Optional;

/**
 * What {@code labels import} was asked for.
 *
 * @param file the file
 * @param target what the labels are of: a score's measure, such as scores.correct, or guardrail
 * @param columns the names of its columns
 * @param yes further words for yes
 * @param no further words for no
 * @param master the Spark master that was named instead of the surrounding one
 */
public record LabelImportRequest(
    String file,
    String target,
    LabelColumns columns,
    List<String> yes,
    List<String> no,
    Optional<String> master) {
  public LabelImportRequest {
    yes = List.copyOf(yes);
    no = List.copyOf(no);
  }
}
