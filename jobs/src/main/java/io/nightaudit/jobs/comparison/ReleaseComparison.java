package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.DifferenceOfMeans;
import io.nightaudit.metrics.interval.DifferenceOfRates;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.RatioOfMeans;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One figure of a release against that of another, each over all nights that it served.
 *
 * @param now of the release
 * @param before of the other
 * @param change now against before
 */
public record ReleaseComparison(StratumMoments now, StratumMoments before, Evidence.Change change) {

  /** Compares two releases; empty where either has fewer than two values. */
  public static Optional<ReleaseComparison> of(
      SortedMap<Long, StratumMoments> release,
      SortedMap<Long, StratumMoments> other,
      boolean share) {
    StratumMoments now = pooled(release);
    StratumMoments before = pooled(other);
    return now.n() < 2 || before.n() < 2
        ? Optional.empty()
        : Optional.of(
            new ReleaseComparison(
                now, before, share ? points(now, before) : proportional(now, before)));
  }

  private static StratumMoments pooled(SortedMap<Long, StratumMoments> nights) {
    return nights.values().stream().reduce(StratumMoments.absent(), StratumMoments::plus);
  }

  private static Evidence.Change points(StratumMoments now, StratumMoments before) {
    Interval interval =
        DifferenceOfRates.newcombe(
            successes(now), now.n(), successes(before), before.n(), Statistic.CONFIDENCE);
    return new Evidence.Change(
        Evidence.ChangeKind.POINTS, now.mean() - before.mean(), interval.low(), interval.high());
  }

  private static long successes(StratumMoments moments) {
    return Math.round(moments.mean() * moments.n());
  }

  private static Evidence.Change proportional(StratumMoments now, StratumMoments before) {
    boolean positive = now.mean() > 0 && before.mean() > 0;
    Interval interval = positive ? ratio(now, before) : difference(now, before);
    return positive
        ? new Evidence.Change(
            Evidence.ChangeKind.RATIO,
            now.mean() / before.mean() - 1,
            interval.low() - 1,
            interval.high() - 1)
        : new Evidence.Change(
            Evidence.ChangeKind.DIFFERENCE,
            now.mean() - before.mean(),
            interval.low(),
            interval.high());
  }

  private static Interval ratio(StratumMoments now, StratumMoments before) {
    return RatioOfMeans.logDelta(
        now.n(),
        now.mean(),
        now.variance(),
        before.n(),
        before.mean(),
        before.variance(),
        Statistic.CONFIDENCE);
  }

  private static Interval difference(StratumMoments now, StratumMoments before) {
    return DifferenceOfMeans.welch(
        now.n(),
        now.mean(),
        now.variance(),
        before.n(),
        before.mean(),
        before.variance(),
        Statistic.CONFIDENCE);
  }
}
