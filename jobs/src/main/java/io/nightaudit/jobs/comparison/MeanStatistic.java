package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.interval.DifferenceOfMeans;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.MeanInterval;
import io.nightaudit.metrics.interval.RatioOfMeans;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.series.DailyValue;
import io.nightaudit.metrics.summary.LogHistogram;
import java.util.Optional;

/**
 * A mean: t interval; a positive quantity is compared by its ratio and followed by its logarithm, a
 * bounded one by its difference and as it is.
 */
final class MeanStatistic implements Statistic {
  private final boolean logarithmic;

  MeanStatistic(boolean logarithmic) {
    this.logarithmic = logarithmic;
  }

  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    return tonight
        .get(measure, LogHistogram.class)
        .filter(histogram -> histogram.count() > 0)
        .map(histogram -> compare(histogram, before.get(measure, LogHistogram.class), before));
  }

  private Evidence compare(
      LogHistogram tonight, Optional<LogHistogram> earlier, NightCells before) {
    Optional<LogHistogram> baseline = earlier.filter(histogram -> histogram.count() > 0);
    Evidence evidence =
        Evidence.of(
            tonight.mean(),
            tonight.count(),
            interval(tonight),
            daily(tonight),
            logarithmic ? DailyScale.LOGARITHM : DailyScale.IDENTITY,
            baseline
                .map(b -> new Evidence.Baseline(b.mean(), b.count(), before.nights()))
                .orElse(Evidence.Baseline.NONE),
            baseline.map(b -> change(tonight, b)).orElse(Evidence.Change.none(kind())));
    return baseline
        .map(
            b ->
                evidence.withDistribution(
                    Distances.of(b, tonight), Distributions.coarse(b, tonight)))
        .orElse(evidence);
  }

  private Evidence.ChangeKind kind() {
    return logarithmic ? Evidence.ChangeKind.RATIO : Evidence.ChangeKind.DIFFERENCE;
  }

  private static Optional<Interval> interval(LogHistogram histogram) {
    return histogram.count() < 2
        ? Optional.empty()
        : Optional.of(
            MeanInterval.of(histogram.count(), histogram.mean(), histogram.variance(), CONFIDENCE));
  }

  private Optional<DailyValue> daily(LogHistogram histogram) {
    double step = step(histogram);
    return logarithmic
        ? DailyTransform.mean(histogram.count(), histogram.mean(), histogram.variance(), step)
        : DailyTransform.identityMean(
            histogram.count(), histogram.mean(), histogram.variance(), step);
  }

  private static double step(LogHistogram histogram) {
    return StrictMath.pow(10, -histogram.scale());
  }

  private Evidence.Change change(LogHistogram tonight, LogHistogram before) {
    boolean comparable = tonight.count() > 1 && before.count() > 1;
    if (logarithmic) {
      return ratio(tonight, before, comparable);
    }
    double difference = tonight.mean() - before.mean();
    Optional<Interval> interval =
        comparable ? Optional.of(welch(tonight, before)) : Optional.empty();
    return change(Evidence.ChangeKind.DIFFERENCE, difference, interval);
  }

  private static Evidence.Change ratio(
      LogHistogram tonight, LogHistogram before, boolean comparable) {
    if (!(before.mean() > 0)) {
      return Evidence.Change.none(Evidence.ChangeKind.RATIO);
    }
    boolean positive = comparable && tonight.mean() > 0;
    Optional<Interval> interval =
        positive ? Optional.of(logDelta(tonight, before)) : Optional.empty();
    double ratio = tonight.mean() / before.mean() - 1;
    return change(
        Evidence.ChangeKind.RATIO,
        ratio,
        interval.map(i -> new Interval(i.low() - 1, i.high() - 1, i.confidence())));
  }

  private static Evidence.Change change(
      Evidence.ChangeKind kind, double value, Optional<Interval> interval) {
    return new Evidence.Change(
        kind,
        value,
        interval.map(Interval::low).orElse(Double.NaN),
        interval.map(Interval::high).orElse(Double.NaN));
  }

  private static Interval welch(LogHistogram tonight, LogHistogram before) {
    return DifferenceOfMeans.welch(
        tonight.count(),
        tonight.mean(),
        tonight.variance(),
        before.count(),
        before.mean(),
        before.variance(),
        CONFIDENCE);
  }

  private static Interval logDelta(LogHistogram tonight, LogHistogram before) {
    return RatioOfMeans.logDelta(
        tonight.count(),
        tonight.mean(),
        tonight.variance(),
        before.count(),
        before.mean(),
        before.variance(),
        CONFIDENCE);
  }
}
