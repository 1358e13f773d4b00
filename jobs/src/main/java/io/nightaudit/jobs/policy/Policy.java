package io.nightaudit.jobs.policy;

import io.nightaudit.jobs.metric.Measure;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Thresholds: how much is too much, and for how long.
 *
 * @param version what reports print as the policy's version
 * @param baselineNights how many nights before are the baseline of a comparison
 * @param historyNights how many nights of daily values a score replays
 * @param minimumRows rows below which a figure of a night is INSUFFICIENT_DATA
 * @param coverage what makes a night unreliable
 * @param score the limits of the daily score
 * @param metrics what each metric or score tolerates, by name
 * @param rules fixed limits, by name
 * @param rollback when before and after are enough for a rollback
 */
public record Policy(
    String version,
    int baselineNights,
    int historyNights,
    int minimumRows,
    CoveragePolicy coverage,
    ScorePolicy score,
    SortedMap<String, MetricPolicy> metrics,
    SortedMap<String, Rule> rules,
    RollbackPolicy rollback)
    implements Serializable {
  public Policy {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /** The tolerance of a measure: its own line, or that of its metric. */
  public MetricPolicy of(Measure measure) {
    MetricPolicy own = metrics.get(measure.name());
    MetricPolicy general = metrics.get(measure.metric().id());
    if (own == null && general == null) {
      throw new IllegalStateException("no policy line for the metric " + measure.name());
    }
    return own == null ? general : own;
  }
}
