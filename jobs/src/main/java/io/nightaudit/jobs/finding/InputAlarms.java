package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which measures of the questions found something on a night, by slice. */
final class InputAlarms {
  /** How many questions there are says nothing about which they are. */
  private static final Set<Metric> VOLUMES =
      Set.of(Metric.INTERACTIONS, Metric.USERS, Metric.CONVERSATIONS);

  private final SortedMap<Slice, List<Measure>> alarmed = new TreeMap<>();

  InputAlarms(List<JudgedSlice> slices, long night) {
    for (JudgedSlice slice : slices) {
      List<Measure> measures =
          slice.judgements().keySet().stream()
              .filter(InputAlarms::isOfQuestions)
              .filter(
                  measure ->
                      slice.judgement(measure, night).map(j -> j.verdict().finds()).orElse(false))
              .toList();
      if (!measures.isEmpty()) {
        alarmed.put(slice.slice(), measures);
      }
    }
  }

  private static boolean isOfQuestions(Measure measure) {
    return measure.metric().family() == Family.INPUT && !VOLUMES.contains(measure.metric());
  }

  /** Those of a slice. */
  List<Measure> of(Slice slice) {
    return alarmed.getOrDefault(slice, List.of());
  }

  /** Those of slices around it. */
  List<Measure> around(Slice slice) {
    return alarmed.entrySet().stream()
        .filter(entry -> slice.isWithin(entry.getKey()) && !slice.equals(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
