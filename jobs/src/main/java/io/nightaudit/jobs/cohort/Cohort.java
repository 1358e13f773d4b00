package io.nightaudit.jobs.cohort;

import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A group of interactions: what was measured of all of them and of each stratum. */
public final class Cohort {
  private final String name;
  private final SortedMap<Slice, List<ProfileRow>> rows = new TreeMap<>();
  private final SortedMap<Slice, SortedMap<String, Summary>> summaries = new TreeMap<>();

  /**
   * A cohort.
   *
   * @param dimension what tells cohorts apart
   * @param name the value that this one has
   * @param rows profiles; those of slices with another value, or without one, are left out
   */
  public Cohort(String dimension, String name, Iterable<ProfileRow> rows) {
    this.name = name;
    for (ProfileRow row : rows) {
      Slice slice = Slice.parse(row.slice());
      if (name.equals(slice.dimensions().get(dimension))) {
        add(slice.over(others(slice, dimension)), row);
      }
    }
  }

  private static List<String> others(Slice slice, String dimension) {
    return slice.level().stream().filter(other -> !other.equals(dimension)).toList();
  }

  private void add(Slice stratum, ProfileRow row) {
    rows.computeIfAbsent(stratum, key -> new ArrayList<>()).add(row);
    summaries
        .computeIfAbsent(stratum, key -> new TreeMap<>())
        .merge(row.metric(), Summary.fromBytes(row.summary()), Summary::plus);
  }

  public String name() {
    return name;
  }

  /** How many interactions it has. */
  public long interactions() {
    return summary(Slice.ALL, Metric.INTERACTIONS.id()).map(Summary::count).orElse(0L);
  }

  /** The profiles of the whole cohort. */
  List<ProfileRow> whole() {
    return rows.getOrDefault(Slice.ALL, List.of());
  }

  /** The strata of a level that it has. */
  List<Slice> strata(List<String> level) {
    return rows.keySet().stream().filter(slice -> slice.level().equals(level)).toList();
  }

  /** The summary of a measure in a stratum; that of all traffic is the cohort's own. */
  Optional<Summary> summary(Slice stratum, String measure) {
    return Optional.ofNullable(summaries.getOrDefault(stratum, new TreeMap<>()).get(measure));
  }
}
