package io.nightaudit.metrics.significance;

import org.apache.commons.statistics.inference.AlternativeHypothesis;

/** What a test of current against reference looks for. */
public enum Alternative {
  /** A difference in either direction. */
  TWO_SIDED(AlternativeHypothesis.TWO_SIDED),
  /** Current is below reference. */
  LESS(AlternativeHypothesis.LESS_THAN),
  /** Current is above reference. */
  GREATER(AlternativeHypothesis.GREATER_THAN);

  private final AlternativeHypothesis hypothesis;

  Alternative(AlternativeHypothesis hypothesis) {
    this.hypothesis = hypothesis;
  }

  AlternativeHypothesis hypothesis() {
    return hypothesis;
  }
}
