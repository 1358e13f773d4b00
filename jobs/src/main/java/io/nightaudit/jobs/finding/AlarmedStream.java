package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;

/**
 * A stream whose alarm is open.
 *
 * @param slice where
 * @param measure what
 * @param rising whether it lies above what was expected
 */
public record AlarmedStream(Slice slice, Measure measure, boolean rising) {
  AcceptedStream stream() {
    return new AcceptedStream(slice, measure);
  }

  String theme() {
    return Story.theme(measure);
  }
}
