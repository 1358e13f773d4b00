package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import java.util.Optional;

/**
 * Something that adds up over a night: interactions, different users, money. Its baseline is the
 * mean of the nights before.
 */
final class CountStatistic implements Statistic {
  /** Relative standard error of a distinct count with 4,096 registers. */
  private static final double DISTINCT_ERROR = 1.04 / 64;

  private final Source source;

  private CountStatistic(Source source) {
    this.source = source;
  }

  /** What is counted, with the relative variance that it has by chance alone. */
  private interface Source {
    Optional<Counted> of(String measure, NightCells cells);
  }

  private record Counted(double total, long n, double relativeVariance, boolean adds) {}

  static CountStatistic ofInteractions() {
    return new CountStatistic(
        (measure, cells) -> cells.get(measure, Rate.class).map(CountStatistic::interactions));
  }

  static CountStatistic ofDistinct() {
    return new CountStatistic(
        (measure, cells) -> cells.get(measure, DistinctCount.class).map(CountStatistic::distinct));
  }

  static CountStatistic ofTotal(String histogram) {
    return new CountStatistic(
        (measure, cells) -> cells.get(histogram, LogHistogram.class).map(CountStatistic::total));
  }

  private static Counted interactions(Rate rows) {
    return new Counted(rows.trials(), rows.trials(), 1.0 / rows.trials(), true);
  }

  /** The users of several nights are not the sum of those of each. */
  private static Counted distinct(DistinctCount count) {
    double error = DISTINCT_ERROR * DISTINCT_ERROR;
    return new Counted(count.estimate(), count.count(), 1 / count.estimate() + error, false);
  }

  private static Counted total(LogHistogram histogram) {
    double mean = histogram.mean();
    double square = histogram.count() < 2 ? 1 : histogram.variance() / (mean * mean) + 1;
    return new Counted(
        histogram.sum().doubleValue(), histogram.count(), square / histogram.count(), true);
  }

  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    return source
        .of(measure, tonight)
        .filter(counted -> counted.n() > 0)
        .map(counted -> compare(counted, source.of(measure, before), before.nights()));
  }

  private static Evidence compare(Counted tonight, Optional<Counted> before, int nights) {
    Evidence.Baseline baseline =
        before
            .filter(counted -> nights > 0 && counted.adds() && counted.total() > 0)
            .map(b -> new Evidence.Baseline(b.total() / nights, b.n(), nights))
            .orElse(Evidence.Baseline.NONE);
    return Evidence.of(
        tonight.total(),
        tonight.n(),
        Optional.empty(),
        DailyTransform.total(tonight.total(), tonight.relativeVariance()),
        DailyScale.LOGARITHM,
        baseline,
        new Evidence.Change(
            Evidence.ChangeKind.RATIO,
            tonight.total() / baseline.value() - 1,
            Double.NaN,
            Double.NaN));
  }
}
