package io.nightaudit.jobs.store;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one figure of one night compares with what it was before: a row of the table {@code
 * comparisons}. Numbers that do not exist are NaN here and NULL there.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param slice the slice's key
 * @param metric the measure's name
 * @param against what it is compared with
 * @param baseline what it was before
 * @param change tonight against before, with its 95 % interval
 * @param distances name to distance between the distributions
 */
public record ComparisonRow(
    long epochDay,
    String slice,
    String metric,
    String against,
    Evidence.Baseline baseline,
    Evidence.Change change,
    SortedMap<String, Double> distances)
    implements Serializable {
  /** The nights before. */
  public static final String BASELINE = "baseline";

  public ComparisonRow {
    distances = Collections.unmodifiableSortedMap(new TreeMap<>(distances));
  }

  /** A comparison with the nights before. */
  public static ComparisonRow of(Slice slice, Measure measure, long night, Evidence evidence) {
    return new ComparisonRow(
        night,
        slice.key(),
        measure.name(),
        BASELINE,
        evidence.baseline(),
        evidence.change(),
        evidence.distances());
  }
}
