package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.series.DailyValue;
import io.nightaudit.metrics.summary.LogHistogram;
import java.util.Optional;

/**
 * A quantile: the interval is that of its rank (normal approximation of the binomial), read off the
 * histogram; followed by its logarithm.
 */
final class QuantileStatistic implements Statistic {
  private static final double NORMAL_QUANTILE = 1.959963984540054;

  /** Values that must lie on either side of a quantile for it to be followed night by night. */
  private static final double LEAST_BEYOND = 10;

  /** Buckets of a histogram are 2 % wide. */
  private static final double BUCKET = 0.02;

  private final String source;
  private final double rank;

  QuantileStatistic(String source, double rank) {
    this.source = source;
    this.rank = rank;
  }

  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    return tonight
        .get(source, LogHistogram.class)
        .filter(histogram -> histogram.count() > 0)
        .map(histogram -> compare(histogram, before));
  }

  private Evidence compare(LogHistogram tonight, NightCells before) {
    double value = tonight.quantile(rank);
    Interval interval = interval(tonight);
    Evidence.Baseline baseline =
        before
            .get(source, LogHistogram.class)
            .filter(histogram -> histogram.count() > 0)
            .map(b -> new Evidence.Baseline(b.quantile(rank), b.count(), before.nights()))
            .orElse(Evidence.Baseline.NONE);
    double ratio = baseline.value() > 0 ? value / baseline.value() - 1 : Double.NaN;
    return Evidence.of(
        value,
        tonight.count(),
        Optional.of(interval),
        daily(tonight.count(), value, interval),
        DailyScale.LOGARITHM,
        baseline,
        new Evidence.Change(
            Evidence.ChangeKind.RATIO,
            ratio,
            interval.low() / baseline.value() - 1,
            interval.high() / baseline.value() - 1));
  }

  /** With few values beyond it, a quantile is the luck of one or two of them. */
  private Optional<DailyValue> daily(long n, double value, Interval interval) {
    return n * Math.min(rank, 1 - rank) < LEAST_BEYOND
        ? Optional.empty()
        : DailyTransform.quantile(value, interval.low(), interval.high(), BUCKET);
  }

  private Interval interval(LogHistogram histogram) {
    double half = NORMAL_QUANTILE * Math.sqrt(rank * (1 - rank) / histogram.count());
    return new Interval(
        histogram.quantile(Math.max(0, rank - half)),
        histogram.quantile(Math.min(1, rank + half)),
        CONFIDENCE);
  }
}
