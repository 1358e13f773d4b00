package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.decision.BeforeAfter;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.Interval;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The size of a change with its 95 % interval, from the variation of nights; NaN where there is
 * none.
 */
public record Effect(double value, double low, double high) implements Serializable {
  /** No size. */
  public static final Effect NONE = new Effect(Double.NaN, Double.NaN, Double.NaN);

  /** Limits that are not finite say nothing and are left out. */
  public Effect {
    boolean known = Double.isFinite(low) && Double.isFinite(high);
    low = known ? low : Double.NaN;
    high = known ? high : Double.NaN;
  }

  /** Whether chance alone could not have made it: the interval lies to one side of 0. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }

  /** The change of the mean of all values. */
  static Effect of(SortedMap<Long, StratumMoments> moments, ChangeNights nights) {
    return standardised(List.of(moments), nights);
  }

  /** The change at the shares that the strata had before. */
  static Effect standardised(List<SortedMap<Long, StratumMoments>> strata, ChangeNights nights) {
    List<BeforeAfter.Night> series = new ArrayList<>();
    for (long night : nights.all()) {
      series.add(
          new BeforeAfter.Night(
              Math.toIntExact(night),
              strata.stream()
                  .map(stratum -> stratum.getOrDefault(night, StratumMoments.absent()))
                  .toList()));
    }
    BeforeAfter change =
        BeforeAfter.of(series, nights.before().size(), nights.after().size(), Statistic.CONFIDENCE);
    Interval interval = change.interval();
    return new Effect(change.effect(), interval.low(), interval.high());
  }
}
