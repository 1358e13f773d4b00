package io.nightaudit.jobs.archive.label;

import java.util.List;

/**
 * Names of the columns of a file of labels.
 *
 * @param id the interaction
 * @param label what was said of it
 * @param who the person
 * @param when the moment
 */
public record LabelColumns(String id, String label, String who, String when) {
  List<String> names() {
    return List.of(id, label, who, when);
  }
}
