package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the full form needs beside the records of the stages.
 *
 * @param nightBefore the last night before with rows, within the baseline
 * @param findingsBefore the findings of that night
 * @param missingHours missing hours by night, of the nights of the baseline and tonight
 * @param archived nights up to tonight whose archive was read, all that the store knows
 * @param hiddenSlices personal slices of tonight that are too small to be shown
 * @param versions what the program was built with, by name
 */
public record FormFacts(
    Optional<LocalDate> nightBefore,
    List<Finding> findingsBefore,
    SortedMap<Long, List<Integer>> missingHours,
    SortedSet<Long> archived,
    int hiddenSlices,
    SortedMap<String, String> versions) {
  public FormFacts {
    findingsBefore = List.copyOf(findingsBefore);
  }
}
