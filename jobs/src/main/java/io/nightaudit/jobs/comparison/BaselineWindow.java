package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.metrics.summary.CategoryCounts;
import java.util.SortedMap;

/**
 * The nights that a night is compared with: those before it, and where a new release answers, those
 * before the new release, as long as enough of them are in the window.
 */
final class BaselineWindow {
  /** Share of tonight's interactions from which a new release makes a new comparison. */
  private static final double LEAST_SHARE = 0.2;

  /** Nights before a new release that are enough to compare with. */
  private static final int LEAST_NIGHTS = 7;

  private final SortedMap<Long, NightCells> cells;
  private final int nights;

  BaselineWindow(SortedMap<Long, NightCells> cells, int nights) {
    this.cells = cells;
    this.nights = nights;
  }

  long from(long night) {
    return night - nights;
  }

  /** The night after the last one of the baseline. */
  long to(long night) {
    SortedMap<Long, NightCells> window = cells.subMap(from(night), night + 1);
    CategoryCounts tonight = releases(window.get(night));
    long to = night;
    for (String release : tonight.counts().keySet()) {
      long first = first(window, release);
      boolean counts = tonight.of(release) >= LEAST_SHARE * tonight.count();
      if (counts && first < to && window.headMap(first).size() >= LEAST_NIGHTS) {
        to = first;
      }
    }
    return to;
  }

  private static long first(SortedMap<Long, NightCells> window, String release) {
    return window.entrySet().stream()
        .filter(entry -> releases(entry.getValue()).of(release) > 0)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static CategoryCounts releases(NightCells night) {
    return night.get(Metric.RELEASES.id(), CategoryCounts.class).orElse(CategoryCounts.empty());
  }
}
