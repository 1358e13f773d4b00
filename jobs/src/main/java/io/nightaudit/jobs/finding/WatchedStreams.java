package io.nightaudit.jobs.finding;

import java.util.List;

/**
 * The streams that have a score on a night, and what they have of the alarm budget.
 *
 * @param count how many
 * @param falsePerMonth false alarms that they may raise in 30 nights
 */
public record WatchedStreams(int count, double falsePerMonth) {
  /** Those of the slices that a report shows. */
  public static WatchedStreams of(long night, List<JudgedSlice> slices, AlarmBudget budget) {
    int count = 0;
    double sum = 0;
    for (JudgedSlice slice : slices) {
      for (var stream : slice.judgements().entrySet()) {
        Judgement judgement = stream.getValue().get(night);
        if (judgement != null && judgement.isScored()) {
          count++;
          sum += budget.limits(slice.slice(), stream.getKey()).falsePerMonth();
        }
      }
    }
    return new WatchedStreams(count, sum);
  }
}
