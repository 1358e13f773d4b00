package io.nightaudit.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gate} was asked for.
 *
 * @param baseline the release that candidates are compared with: its name or a part of it
 * @param candidates the releases to judge, at least one: names or parts of them
 * @param from the first night, empty for the archive's first
 * @param to the last night, empty for the archive's last
 * @param output the folder of gate.json and gate.html
 * @param json further files that gate.json is written to
 * @param master the Spark master that was named instead of the surrounding one
 * @param verbose whether errors come with their stack trace
 * @param progress whether standard error is a terminal that shows progress
 */
public record GateRequest(
    String baseline,
    List<String> candidates,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Path output,
    List<Path> json,
    Optional<String> master,
    boolean verbose,
    boolean progress) {
  public GateRequest {
    candidates = List.copyOf(candidates);
    json = List.copyOf(json);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("there is no candidate; name at least one");
    }
  }
}
