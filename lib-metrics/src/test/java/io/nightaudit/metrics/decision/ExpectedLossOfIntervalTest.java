package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.interval.Interval;
import org.junit.jupiter.api.Test;

class ExpectedLossOfIntervalTest {
  /** Standard error 1 and effects of variance 1 share alike: half of the estimate is believed. */
  @Test
  void of_intervalOfOneStandardError_isHalfOfItsMiddle() {
    Interval interval = new Interval(2 - 1.959963985, 2 + 1.959963985, 0.95);
    ExpectedLoss loss = ExpectedLoss.of(interval, 1, HarmDirection.INCREASE);
    assertThat(loss.mean()).isCloseTo(1, within(1e-9));
    assertThat(loss.variance()).isCloseTo(0.5, within(1e-9));
    assertThat(ExpectedLoss.of(interval, 1, HarmDirection.DECREASE).mean())
        .isCloseTo(-1, within(1e-9));
  }

  @Test
  void of_intervalAndSequenceOfOneEstimate_agree() {
    ConfidenceSequence one = ConfidenceSequence.of(0.05, 0.25, 1).with(3, 0.25);
    Interval interval = new Interval(3 - 0.5 * 1.959963985, 3 + 0.5 * 1.959963985, 0.95);
    ExpectedLoss sequence = ExpectedLoss.of(one, 4, HarmDirection.INCREASE);
    ExpectedLoss ofInterval = ExpectedLoss.of(interval, 4, HarmDirection.INCREASE);
    assertThat(ofInterval.mean()).isCloseTo(sequence.mean(), within(1e-8));
    assertThat(ofInterval.variance()).isCloseTo(sequence.variance(), within(1e-8));
  }

  @Test
  void of_infiniteInterval_tellsNothing() {
    Interval interval = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95);
    assertThat(ExpectedLoss.of(interval, 4, HarmDirection.INCREASE))
        .isEqualTo(new ExpectedLoss(0, 4));
  }

  @Test
  void of_intervalWithoutWidth_isRefused() {
    assertThatThrownBy(() -> ExpectedLoss.of(new Interval(1, 1, 0.95), 4, HarmDirection.INCREASE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("width 0.0");
  }
}
