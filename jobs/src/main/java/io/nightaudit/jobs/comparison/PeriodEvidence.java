package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measure of one slice over a period, and how it compares with the period before: no judgement.
 * Numbers that do not exist are NaN.
 *
 * @param measure what is measured
 * @param unit unit of the values; a score of yes and no is a share
 * @param now the period; what adds up night by night is given for a night, on average
 * @param before the period before, where it has values that mean the same
 * @param kind how the change is expressed
 * @param change now against before, with an interval from how much nights differ
 * @param nights the value of every night of the period that has one
 * @param otherMeaning nights of the period that are left out, as the measure meant something else
 */
public record PeriodEvidence(
    Measure measure,
    String unit,
    Whole now,
    Optional<Whole> before,
    Evidence.ChangeKind kind,
    Effect change,
    SortedMap<Long, NightValue> nights,
    int otherMeaning) {
  public PeriodEvidence {
    nights = Collections.unmodifiableSortedMap(new TreeMap<>(nights));
  }

  /**
   * All values of a period together.
   *
   * @param value in the unit
   * @param n values behind it
   * @param numerator values that count, −1 where the value is no share
   * @param nights nights with a value
   * @param low lower end of the 95 % interval, from how much nights differ and never narrower than
   *     chance within nights makes it
   * @param high upper end
   */
  public record Whole(double value, long n, long numerator, int nights, double low, double high) {}

  /** The value of one night, and the values behind it. */
  public record NightValue(double value, long n) {}
}
