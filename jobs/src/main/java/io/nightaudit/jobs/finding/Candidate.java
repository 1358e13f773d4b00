package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;

/**
 * One figure that found something, before figures that tell the same story share a finding.
 *
 * @param slice where
 * @param measure what
 * @param evidence the numbers
 * @param judgement what is said of them
 */
record Candidate(Slice slice, Measure measure, Evidence evidence, Judgement judgement) {
  Verdict verdict() {
    return judgement.verdict();
  }

  /** What it was before: the baseline, or what the score expected where there is none. */
  double before() {
    return Double.isNaN(evidence.baseline().value())
        ? judgement.expected()
        : evidence.baseline().value();
  }

  /** 1 for a rise, −1 for a fall. */
  int direction() {
    return evidence.rising() || evidence.value() >= before() ? 1 : -1;
  }

  /** Size of the change over all interactions of the slice. */
  double weight() {
    return Math.abs(evidence.value() - before()) * evidence.n();
  }

  /** Whether an alarm is still open though tonight is as usual. */
  boolean isBack() {
    return judgement.reason().startsWith("back to usual");
  }

  String unit() {
    return evidence.unit(measure);
  }
}
