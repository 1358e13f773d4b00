package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.summary.Summary;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The summaries of one slice on one night, or merged over several, by the measure's name.
 *
 * @param summaries measure to summary
 * @param definitions measure to what it meant
 * @param nights how many nights they hold
 */
record NightCells(
    SortedMap<String, Summary> summaries, SortedMap<String, String> definitions, int nights) {

  static NightCells empty() {
    return new NightCells(new TreeMap<>(), new TreeMap<>(), 0);
  }

  /** The summary of a measure, if the night has it as that kind. */
  <S extends Summary> Optional<S> get(String measure, Class<S> kind) {
    Summary summary = summaries.get(measure);
    return kind.isInstance(summary) ? Optional.of(kind.cast(summary)) : Optional.empty();
  }
}
