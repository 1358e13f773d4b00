package io.nightaudit.jobs.comparison;

import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.Rate;
import java.util.Optional;

/** The share of interactions with one category, among those that another share was taken of. */
final class CategoryShareStatistic implements Statistic {
  private final String source;
  private final String among;
  private final String category;

  CategoryShareStatistic(String source, String among, String category) {
    this.source = source;
    this.among = among;
    this.category = category;
  }

  @Override
  public Optional<Evidence> of(String measure, NightCells tonight, NightCells before) {
    return rate(tonight)
        .filter(rate -> rate.trials() > 0)
        .map(rate -> ShareStatistic.compare(rate, rate(before), before.nights()));
  }

  /** Moments of the interactions of a night, each with the category or without. */
  Optional<StratumMoments> moments(NightCells night) {
    return rate(night)
        .filter(rate -> rate.trials() > 0)
        .map(rate -> StratumMoments.rate(rate.successes(), rate.trials()));
  }

  private Optional<Rate> rate(NightCells cells) {
    return cells.get(among, Rate.class).map(rate -> new Rate(hits(cells), rate.trials(), 0));
  }

  private long hits(NightCells cells) {
    return cells.get(source, CategoryCounts.class).map(counts -> counts.of(category)).orElse(0L);
  }
}
