package io.nightaudit.jobs.comparison;

import java.util.List;

/**
 * Gives figures whose summaries do not add up over nights (words, different users) a baseline: the
 * mean of their daily values.
 */
final class HistoryBaseline {
  private HistoryBaseline() {}

  static Evidence complete(Evidence evidence, List<StreamNight> window) {
    List<StreamNight> nights =
        window.stream().filter(night -> Double.isFinite(night.value())).toList();
    if (Double.isFinite(evidence.baseline().value()) || nights.isEmpty()) {
      return evidence;
    }
    double mean = nights.stream().mapToDouble(StreamNight::value).sum() / nights.size();
    long n = nights.stream().mapToLong(StreamNight::n).sum();
    return new Evidence(
        evidence.value(),
        evidence.n(),
        evidence.numerator(),
        evidence.low(),
        evidence.high(),
        evidence.y(),
        evidence.variance(),
        evidence.scale(),
        evidence.rising(),
        new Evidence.Baseline(mean, n, nights.size()),
        new Evidence.Change(
            Evidence.ChangeKind.RATIO, evidence.value() / mean - 1, Double.NaN, Double.NaN),
        evidence.distances(),
        evidence.distribution());
  }
}
