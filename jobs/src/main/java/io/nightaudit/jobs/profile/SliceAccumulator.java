package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.summary.Accumulator;

/** The running summaries of one slice, in the order of the plan. */
final class SliceAccumulator {
  private static final int OVERHEAD = 64;

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
      bytes += accumulator == null ? 0 : accumulator.retainedBytes() + OVERHEAD;
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
