package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.summary.Accumulator;

/** The running summaries of one slice, in the order of the plan. */
final class SliceAccumulator {
  /** The object, its array, and its place in the map of slices with its key. */
  private static final int OVERHEAD = 200;

  private static final int REFERENCE = 8;

  private final Accumulator[] accumulators;

  SliceAccumulator(Reading[] readings, int termBuckets) {
    accumulators = new Accumulator[readings.length];
    for (int i = 0; i < readings.length; i++) {
      accumulators[i] = readings[i].accumulator(termBuckets);
    }
  }

  /** Adds what the readings have taken. */
  void add(Reading[] readings) {
    for (int i = 0; i < readings.length; i++) {
      if (accumulators[i] != null) {
        readings[i].addTo(accumulators[i]);
      }
    }
  }

  long retainedBytes() {
    long bytes = OVERHEAD;
    for (Accumulator accumulator : accumulators) {
      bytes += REFERENCE + (accumulator == null ? 0 : accumulator.retainedBytes());
    }
    return bytes;
  }

  byte[] toBytes() {
    SliceSummaries.Writer writer = new SliceSummaries.Writer();
    for (int i = 0; i < accumulators.length; i++) {
      if (accumulators[i] != null) {
        writer.write(i, accumulators[i].build());
      }
    }
    return writer.toBytes();
  }
}
