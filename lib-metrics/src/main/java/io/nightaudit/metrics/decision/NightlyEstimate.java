package io.nightaudit.metrics.decision;

/** Checks of an estimate of one night. */
final class NightlyEstimate {
  private NightlyEstimate() {}

  static void check(double estimate, double variance) {
    if (!Double.isFinite(estimate) || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "estimate %s with variance %s: give a finite estimate and a finite variance above 0"
              .formatted(estimate, variance));
    }
  }
}
