package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyValue;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured of one figure on one night, and how it compares with the nights before: no
 * judgement. Numbers that do not exist are NaN.
 *
 * @param value tonight's value in the metric's unit
 * @param n values behind it
 * @param numerator values that count, −1 where the value is no share
 * @param low lower end of the 95 % interval of the value
 * @param high upper end
 * @param y the value on the scale on which the stream is followed
 * @param variance sampling variance of y
 * @param scale that scale
 * @param rising whether only a rise is a change, as for distances
 * @param baseline what it was before
 * @param change tonight against before
 * @param distances name to distance between the distributions, where there are any
 * @param distribution shares of coarse bins before and tonight
 */
public record Evidence(
    double value,
    long n,
    long numerator,
    double low,
    double high,
    double y,
    double variance,
    DailyScale scale,
    boolean rising,
    Baseline baseline,
    Change change,
    SortedMap<String, Double> distances,
    List<Bin> distribution)
    implements Serializable {

  /**
   * What a figure was before.
   *
   * @param value NaN where there is no night before
   * @param n values behind it
   * @param nights nights behind it
   */
  public record Baseline(double value, long n, int nights) implements Serializable {
    static final Baseline NONE = new Baseline(Double.NaN, 0, 0);
  }

  /** How a change is expressed. */
  public enum ChangeKind {
    /** Difference of two shares. */
    POINTS,
    /** Tonight over before, minus 1. */
    RATIO,
    /** Difference in the unit. */
    DIFFERENCE
  }

  /** A change with its 95 % interval; NaN where it does not exist. */
  public record Change(ChangeKind kind, double value, double low, double high)
      implements Serializable {
    static Change none(ChangeKind kind) {
      return new Change(kind, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  /** Share of one bin before and tonight. */
  public record Bin(String label, double before, double tonight) implements Serializable {}

  public Evidence {
    distances = Collections.unmodifiableSortedMap(new TreeMap<>(distances));
    distribution = List.copyOf(distribution);
  }

  /** Evidence of a value without distances. */
  static Evidence of(
      double value,
      long n,
      Optional<Interval> interval,
      Optional<DailyValue> daily,
      DailyScale scale,
      Baseline baseline,
      Change change) {
    return new Evidence(
        value,
        n,
        -1,
        interval.map(Interval::low).orElse(Double.NaN),
        interval.map(Interval::high).orElse(Double.NaN),
        daily.map(DailyValue::y).orElse(Double.NaN),
        daily.map(DailyValue::variance).orElse(Double.NaN),
        scale,
        false,
        baseline,
        change,
        new TreeMap<>(),
        List.of());
  }

  Evidence withNumerator(long counted) {
    return new Evidence(
        value,
        n,
        counted,
        low,
        high,
        y,
        variance,
        scale,
        rising,
        baseline,
        change,
        distances,
        distribution);
  }

  Evidence withDistribution(SortedMap<String, Double> newDistances, List<Bin> bins) {
    return new Evidence(
        value,
        n,
        numerator,
        low,
        high,
        y,
        variance,
        scale,
        rising,
        baseline,
        change,
        newDistances,
        bins);
  }

  /** The same without the names and shares of its categories. */
  public Evidence withoutDistribution() {
    return withDistribution(distances, List.of());
  }

  Evidence risesOnly() {
    return new Evidence(
        value,
        n,
        numerator,
        low,
        high,
        y,
        variance,
        scale,
        true,
        baseline,
        change,
        distances,
        distribution);
  }

  /** The unit of the value: a score of yes and no is a share. */
  public String unit(Measure measure) {
    return numerator >= 0 ? "share" : measure.metric().unit();
  }

  /** Tonight minus before, in the unit; NaN where either is missing. */
  public double difference() {
    return value - baseline.value();
  }

  /** Whether the stream has a value to follow tonight. */
  public boolean followed() {
    return Double.isFinite(y) && variance > 0;
  }
}
