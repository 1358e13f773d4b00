package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.Summary;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares one group of interactions with another, as a night is compared with nights before. */
public final class CohortEvidence {
  private CohortEvidence() {}

  /**
   * The evidence of every measure that the first has a value of; all rows are of one slice.
   *
   * @param now profiles of the first
   * @param before profiles of the second, none where there is nothing to compare with
   */
  public static SortedMap<Measure, Evidence> of(
      Iterable<ProfileRow> now, Iterable<ProfileRow> before) {
    NightCells first = cells(now);
    NightCells second = cells(before);
    SortedMap<Measure, Evidence> evidence = new TreeMap<>();
    Set<Measure> measures = new TreeSet<>(DerivedMeasures.of(first));
    first.summaries().keySet().forEach(name -> measures.add(Measure.parse(name)));
    for (Measure measure : measures) {
      Statistics.evidence(measure, first, second).ifPresent(found -> evidence.put(measure, found));
    }
    return evidence;
  }

  private static NightCells cells(Iterable<ProfileRow> rows) {
    NightCells cells = new NightCells(new TreeMap<>(), new TreeMap<>(), 1);
    for (ProfileRow row : rows) {
      cells.summaries().merge(row.metric(), Summary.fromBytes(row.summary()), Summary::plus);
      cells.definitions().put(row.metric(), row.definition());
    }
    return cells;
  }
}
