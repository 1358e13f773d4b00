package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Observation;
import io.nightaudit.metrics.summary.Accumulator;

/**
 * One measure's value of the interaction under the pass: taken once, then added to every slice that
 * the interaction belongs to.
 */
interface Reading {
  /** Takes the value of an interaction. */
  void take(Observation observation);

  /** Adds the value taken to the accumulator of one slice. */
  void addTo(Accumulator accumulator);

  /** An empty accumulator, null where a level with so many term buckets does not keep one. */
  Accumulator accumulator(int termBuckets);
}
