package io.nightaudit.jobs.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to export, and where to.
 *
 * @param form the form
 * @param from the first night
 * @param to the last night, at least the first
 * @param output the file to write; absent where events are sent
 * @param url where events are sent
 * @param key what goes with them as a bearer token
 * @param account whose bill the costs are on
 */
public record ExportRequest(
    Form form,
    LocalDate from,
    LocalDate to,
    Optional<Path> output,
    Optional<URI> url,
    Optional<String> key,
    Optional<String> account) {
  /** The forms of other tools. */
  public enum Form {
    /** Findings for a spreadsheet. */
    FINDINGS("csv"),
    /** Costs as FOCUS 1.2. */
    FOCUS("parquet"),
    /** Runs as OpenLineage events. */
    OPENLINEAGE("ndjson"),
    /** Findings and recommendations as OSCAL 1.1.2 assessment results. */
    OSCAL("json");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }

    /** How the name of its file ends. */
    public String ending() {
      return ending;
    }
  }

  /** The key is a secret. */
  @Override
  public String toString() {
    return "ExportRequest[%s %s to %s]".formatted(form, from, to);
  }
}
