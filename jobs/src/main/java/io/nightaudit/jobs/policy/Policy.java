package io.nightaudit.jobs.policy;

import io.nightaudit.jobs.metric.Measure;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 * @param alarms how many false alarms are accepted
 * @param calendar nights that the daily score does not judge
 * @param score the limits of the daily score
 * @param metrics what each metric or score tolerates, by name
 * @param rules fixed limits, by name
 * @param rollback when the evidence is enough for a rollback
 * @param review which interactions a person should look at
 * @param gate when a release passes the gate
 * @param findings how findings are put into classes
 * @param approval who approved all this
 * @param retention how long the store keeps a night
 */
public record Policy(
    String version,
    int baselineNights,
    int historyNights,
    int minimumRows,
    CoveragePolicy coverage,
    AlarmPolicy alarms,
    List<ExcludedNights> calendar,
    ScorePolicy score,
    SortedMap<String, MetricPolicy> metrics,
    SortedMap<String, Rule> rules,
    RollbackPolicy rollback,
    ReviewPolicy review,
    GatePolicy gate,
    FindingPolicy findings,
    Approval approval,
    RetentionPolicy retention)
    implements Serializable {
  public Policy {
    calendar = List.copyOf(calendar);
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

  /** Why a night is excluded from the daily score, if it is. */
  public Optional<String> excluded(long epochDay) {
    for (ExcludedNights nights : calendar) {
      if (nights.holds(epochDay)) {
        return Optional.of(nights.reason());
      }
    }
    return Optional.empty();
  }

  /** Whether a night is excluded from the daily score. */
  public boolean isExcluded(long epochDay) {
    return excluded(epochDay).isPresent();
  }
}
