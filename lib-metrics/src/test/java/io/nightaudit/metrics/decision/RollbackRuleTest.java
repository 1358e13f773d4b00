package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.decision.RollbackRule.Action;
import io.nightaudit.metrics.decision.RollbackRule.Advice;
import io.nightaudit.metrics.decision.RollbackRule.Evidence;
import io.nightaudit.metrics.decision.RollbackRule.Gate;
import io.nightaudit.metrics.decision.RollbackRule.Ground;
import io.nightaudit.metrics.decision.RollbackRule.HardLimit;
import io.nightaudit.metrics.decision.RollbackRule.Reason;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollbackRuleTest {
  private static final RollbackRule RULE = new RollbackRule(.05, 3, 500, 14);
  private static final double VARIANCE = .0001;

  private static ConfidenceSequence nights(double effect, int count) {
    ConfidenceSequence sequence = ConfidenceSequence.of(.1, VARIANCE, 5);
    for (int night = 0; night < count; night++) {
      sequence = sequence.with(effect, VARIANCE);
    }
    return sequence;
  }

  private static Gate gate(double effect, int count, double rollbackCost) {
    ConfidenceSequence nights = nights(effect, count);
    return new Gate(
        "correct", nights, .02, ExpectedLoss.of(nights, .0004, 1_000, 30, rollbackCost));
  }

  private static Evidence evidence(Gate gate, int nights) {
    return new Evidence(List.of(gate), List.of(), true, nights, 1_000);
  }

  private static Reason first(Advice advice) {
    return advice.grounds().get(0).reason();
  }

  @Test
  void advise_surelyWorse_rollsBack() {
    Advice advice = RULE.advise(evidence(gate(-.05, 6, 10), 6));

    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(first(advice)).isEqualTo(Reason.WORSE);
    assertThat(advice.grounds().get(0).value()).isNegative();
  }

  @Test
  void advise_surelyWorseButCheap_holds() {
    Advice advice = RULE.advise(evidence(gate(-.05, 6, 1e9), 6));

    assertThat(advice.action()).isEqualTo(Action.HOLD);
    assertThat(first(advice)).isEqualTo(Reason.NOT_WORTH_IT);
  }

  @Test
  void advise_surelyWithinTheMargin_keeps() {
    Advice advice = RULE.advise(evidence(gate(0, 12, 10), 12));

    assertThat(advice.action()).isEqualTo(Action.KEEP);
    assertThat(first(advice)).isEqualTo(Reason.WITHIN_MARGIN);
  }

  @Test
  void advise_undecided_holdsUntilTheLastNight() {
    assertThat(first(RULE.advise(evidence(gate(-.012, 5, 10), 5)))).isEqualTo(Reason.UNDECIDED);
    Advice last = RULE.advise(evidence(gate(-.012, 5, 10), 14));
    assertThat(last.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(first(last)).isEqualTo(Reason.LAST_NIGHT);
    assertThat(RULE.advise(evidence(gate(-.012, 5, 1e9), 14)).action()).isEqualTo(Action.KEEP);
  }

  @Test
  void advise_tooEarlyOrUneven_holdsAndSaysWhy() {
    Evidence evidence = new Evidence(List.of(gate(-.5, 2, 0)), List.of(), false, 2, 499);

    Advice advice = RULE.advise(evidence);

    assertThat(advice.action()).isEqualTo(Action.HOLD);
    assertThat(advice.grounds())
        .extracting(Ground::reason)
        .containsExactly(Reason.ARMS_UNEVEN, Reason.TOO_FEW_NIGHTS, Reason.TOO_FEW_ROWS);
  }

  /** A limit is a limit from the first night on. */
  @Test
  void advise_hardLimitExceeded_rollsBackAtOnce() {
    Evidence evidence =
        new Evidence(
            List.of(gate(0, 1, 0)), List.of(new HardLimit("leaks", .011, .01)), false, 1, 10);

    Advice advice = RULE.advise(evidence);

    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.grounds())
        .containsExactly(new Ground(Reason.LIMIT_EXCEEDED, "leaks", .011, .01));
  }

  /** More metrics share the same error, so each needs more evidence. */
  @Test
  void advise_moreGates_needsMoreEvidence() {
    Gate gate = gate(-.024, 3, 0);
    Gate fine = gate(0, 3, 0);

    assertThat(RULE.advise(evidence(gate, 3)).action()).isEqualTo(Action.ROLL_BACK);
    assertThat(
            RULE.advise(
                    new Evidence(List.of(gate, fine, fine, fine, fine), List.of(), true, 3, 1_000))
                .action())
        .isEqualTo(Action.HOLD);
  }

  @Property(seed = "81")
  void advise_moreHarm_neverTurnsRollBackIntoKeep(
      @ForAll @DoubleRange(min = -.2, max = .2) double effect,
      @ForAll @DoubleRange(max = .2) double more,
      @ForAll @IntRange(min = 1, max = 30) int count) {
    Action before = RULE.advise(evidence(gate(effect, count, 100), count)).action();
    Action after = RULE.advise(evidence(gate(effect - more, count, 100), count)).action();

    assertThat(after.ordinal()).isGreaterThanOrEqualTo(before.ordinal());
  }

  @Test
  void newRule_impossible_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackRule(Double.NaN, 3, 500, 14))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackRule(.05, 3, 500, 2))
        .withMessageContaining("the last night 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Evidence(List.of(), List.of(), true, 1, 1))
        .withMessageContaining("at least one gate metric");
  }

  // E[max(0, -X)] of N(-.01, .02^2): .02 * norm.pdf(-.5) + .01 * norm.cdf(.5) =
  // 0.013955931148026121
  @Test
  void expectedLoss_normal_equalsScipy() {
    ExpectedLoss loss = new ExpectedLoss(-.01, .0004, 100, 30, 5);

    assertThat(loss.ofKeeping()).isCloseTo(3_000 * 0.013955931148026121, within(1e-10));
    // E[max(0, X)] = 0.013955931148026121 - .01
    assertThat(loss.ofRollingBack()).isCloseTo(5 + 3_000 * 0.003955931148026121, within(1e-10));
    assertThat(loss.saving()).isCloseTo(loss.ofKeeping() - loss.ofRollingBack(), within(1e-10));
    assertThat(new ExpectedLoss(-.01, 0, 1, 1, 0).ofKeeping()).isEqualTo(.01);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExpectedLoss(0, 1, 0, 1, 0))
        .withMessageContaining("harmPerDay");
  }

  @Test
  void concurrentArms_twoStrata_isPostStratified() {
    List<StratumMoments> candidate =
        List.of(StratumMoments.rate(80, 100), StratumMoments.rate(30, 60), StratumMoments.absent());
    List<StratumMoments> baseline =
        List.of(
            StratumMoments.rate(810, 900),
            StratumMoments.rate(300, 500),
            StratumMoments.rate(1, 9));

    ConcurrentArms night =
        ConcurrentArms.of(new double[] {.6, .2, .2}, candidate, baseline, .0001, 0);

    // .75 * (.8 - .9) + .25 * (.5 - .6)
    assertThat(night.effect()).isCloseTo(-.1, within(1e-12));
    assertThat(night.coverage()).isCloseTo(.8, within(1e-12));
    // .5625 (.16/99 + .09/899) + .0625 (.25/59 + .24/499) + .0001
    assertThat(night.variance())
        .isCloseTo(
            .5625 * (.16 / 99 + .09 / 899) + .0625 * (.25 / 59 + .24 / 499) + .0001, within(1e-12));
  }

  @Test
  void concurrentArms_noCommonStratum_isUnknown() {
    ConcurrentArms night =
        ConcurrentArms.of(
            new double[] {1},
            List.of(StratumMoments.absent()),
            List.of(StratumMoments.rate(1, 2)),
            0,
            0);

    assertThat(night.effect()).isNaN();
    assertThat(night.coverage()).isZero();
  }

  // scipy.stats.chisquare([1050, 8950], [1000, 9000]).pvalue = 0.09558070454562939
  @Test
  void sampleRatio_arms_equalsScipy() {
    assertThat(ConcurrentArms.sampleRatioProbability(1_050, 8_950, .1))
        .isCloseTo(0.09558070454562939, within(1e-12));
    assertThat(ConcurrentArms.sampleRatioProbability(0, 0, .1)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcurrentArms.sampleRatioProbability(1, 1, 1))
        .withMessageContaining("share of 1.0");
  }

  @Test
  void sequentialRatio_evidence_decides() {
    SequentialProbabilityRatio test = SequentialProbabilityRatio.of(.01, .01, .1);

    // (.01 * .02 - .00005) / .0001 = 1.5 a night; ln(.9/.01) = 4.4998
    for (int night = 1; night <= 3; night++) {
      test = test.with(-.02, .0001);
    }
    assertThat(test.logRatio()).isCloseTo(4.5, within(1e-9));
    assertThat(test.decision()).isEqualTo(SequentialProbabilityRatio.Decision.HARM);
    assertThat(SequentialProbabilityRatio.of(.01, .01, .1).with(.02, .0001).decision())
        .isEqualTo(SequentialProbabilityRatio.Decision.NO_HARM);
    assertThat(SequentialProbabilityRatio.of(.01, .01, .1).decision())
        .isEqualTo(SequentialProbabilityRatio.Decision.UNDECIDED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SequentialProbabilityRatio.of(.01, .5, .1))
        .withMessageContaining("alpha");
  }
}
