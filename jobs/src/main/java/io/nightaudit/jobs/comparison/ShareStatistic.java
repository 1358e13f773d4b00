package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.DifferenceOfRates;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.summary.Rate;
import java.util.Optional;

/** A share: Wilson interval, difference in points with Newcombe's interval, arcsine scale. */
final class ShareStatistic implements Statistic {
  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    return tonight
        .get(measure, Rate.class)
        .filter(rate -> rate.trials() > 0)
        .map(rate -> compare(rate, before.get(measure, Rate.class), before.nights()));
  }

  static Evidence compare(Rate tonight, Optional<Rate> before, int nights) {
    Rate baseline = before.orElse(Rate.EMPTY);
    Interval interval =
        BinomialInterval.WILSON.of(tonight.successes(), tonight.trials(), CONFIDENCE);
    return Evidence.of(
            tonight.value(),
            tonight.trials(),
            Optional.of(interval),
            DailyTransform.rate(tonight.successes(), tonight.trials()),
            DailyScale.ARCSINE,
            baseline.trials() == 0
                ? Evidence.Baseline.NONE
                : new Evidence.Baseline(baseline.value(), baseline.trials(), nights),
            change(tonight, baseline))
        .withNumerator(tonight.successes());
  }

  private static Evidence.Change change(Rate tonight, Rate baseline) {
    if (baseline.trials() == 0) {
      return Evidence.Change.none(Evidence.ChangeKind.POINTS);
    }
    Interval interval =
        DifferenceOfRates.newcombe(
            tonight.successes(),
            tonight.trials(),
            baseline.successes(),
            baseline.trials(),
            CONFIDENCE);
    return new Evidence.Change(
        Evidence.ChangeKind.POINTS,
        tonight.value() - baseline.value(),
        interval.low(),
        interval.high());
  }
}
