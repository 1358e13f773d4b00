package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hand-made nights of parts, of the wholes around them and of all traffic. */
public final class Sliced {
  private static final int BASELINE = 28;

  private final SortedMap<Slice, SortedMap<Long, SortedMap<String, Summary>>> cells =
      new TreeMap<>();
  private final List<String> coarse;
  private String release = "m-1";

  /**
   * Nights.
   *
   * @param coarse the dimensions of the slices between a part and all traffic; none for no such
   */
  public Sliced(String... coarse) {
    this.coarse = List.of(coarse);
  }

  /** The release of the nights added from now on. */
  public Sliced released(String name) {
    release = name;
    return this;
  }

  /** Interactions of a part on a night, some of which are errors. */
  public Sliced errors(long night, Slice part, int errors, int rows) {
    return add(night, part, Metric.ERRORS, new Rate(errors, rows, 0), rows);
  }

  /** Interactions of a part on a night that all cost the same and take as many tokens. */
  public Sliced costs(long night, Slice part, int rows, double dollars, long input, long output) {
    add(night, part, Metric.COST_PER_INTERACTION, histogram(12, dollars, rows), rows);
    add(night, part, Metric.INPUT_TOKENS, histogram(0, input, rows), 0);
    add(night, part, Metric.OUTPUT_TOKENS, histogram(0, output, rows), 0);
    return add(night, part, Metric.TOTAL_TOKENS, histogram(0, input + output, rows), 0);
  }

  private static Summary histogram(int scale, double value, int rows) {
    LogHistogram.Accumulator values = new LogHistogram.Accumulator(scale);
    for (int i = 0; i < rows; i++) {
      values.add(value);
    }
    return values.build();
  }

  private Sliced add(long night, Slice part, Metric metric, Summary summary, int rows) {
    Set<Slice> around = new TreeSet<>(List.of(Slice.ALL, part));
    around.add(part.over(coarse));
    for (Slice slice : around) {
      put(slice, night, metric, summary);
      if (rows > 0) {
        put(slice, night, Metric.INTERACTIONS, new Rate(rows, rows, 0));
        put(slice, night, Metric.RELEASES, releases(rows));
      }
    }
    return this;
  }

  private Summary releases(int rows) {
    CategoryCounts.Accumulator releases = new CategoryCounts.Accumulator();
    for (int i = 0; i < rows; i++) {
      releases.add(release);
    }
    return releases.build();
  }

  private void put(Slice slice, long night, Metric metric, Summary summary) {
    cells
        .computeIfAbsent(slice, s -> new TreeMap<>())
        .computeIfAbsent(night, n -> new TreeMap<>())
        .merge(metric.id(), summary, Summary::plus);
  }

  /** Every slice, compared on every night. */
  public List<ComparedSlice> compared() {
    return cells.keySet().stream().map(this::compared).toList();
  }

  private ComparedSlice compared(Slice slice) {
    List<ProfileRow> rows = new ArrayList<>();
    cells
        .get(slice)
        .forEach(
            (night, summaries) ->
                summaries.forEach(
                    (metric, summary) ->
                        rows.add(
                            new ProfileRow(
                                night,
                                slice.key(),
                                metric,
                                summary.count(),
                                0,
                                "v1",
                                summary.toBytes()))));
    return new SliceComparison(slice, rows, BASELINE)
        .compare(new TreeSet<>(cells.get(slice).keySet()), new TreeMap<>());
  }

  /** The slices as partitions of each other. */
  public Partitions partitions(List<String> preferred) {
    return new Partitions(compared(), preferred, Set.of(), Set.of(), BASELINE);
  }
}
