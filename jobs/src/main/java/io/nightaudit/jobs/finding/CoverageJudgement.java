package io.nightaudit.jobs.finding;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a night's archive can be relied on.
 *
 * @param reliable whether verdicts of the night stand
 * @param contractBroken whether the data breaks its contract beyond what the policy tolerates
 * @param reasons why it is not reliable, in sentences
 * @param missingHours hours without a row that usually have some, counted from the night's begin
 * @param volumeMedian median of the kept rows of the nights before
 * @param hours what each hour usually has
 */
public record CoverageJudgement(
    boolean reliable,
    boolean contractBroken,
    List<String> reasons,
    List<Integer> missingHours,
    OptionalDouble volumeMedian,
    List<UsualHour> hours) {
  /** Lowest, median and highest count of an hour on the nights before. */
  public record UsualHour(long lowest, double median, long highest) {}

  public CoverageJudgement {
    reasons = List.copyOf(reasons);
    missingHours = List.copyOf(missingHours);
    hours = List.copyOf(hours);
  }
}
