package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.decision.RollbackDecision.Action;
import io.nightaudit.metrics.decision.RollbackEvidence.Gate;
import io.nightaudit.metrics.decision.RollbackEvidence.Guardrail;
import io.nightaudit.metrics.interval.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DecisionLawsTest {

  @Property(seed = "101", edgeCases = EdgeCasesMode.NONE)
  void confidenceSequence_moreNights_shrinks(
      @ForAll @DoubleRange(min = .01, max = .5) double alpha, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ConfidenceSequence sequence = ConfidenceSequence.of(alpha, 1, 5);
    for (int night = 0; night < 40; night++) {
      ConfidenceSequence next = sequence.with(random.nextDouble(-3, 3), random.nextDouble(.05, 20));
      assertThat(next.interval().width()).isLessThan(sequence.interval().width());
      assertThat(next.pValue()).isLessThanOrEqualTo(sequence.pValue());
      assertThat(next.pValue() * next.likelihoodRatio()).isLessThanOrEqualTo(1 + 1e-12);
      Interval wider = next.interval(alpha / 2);
      assertThat(wider.width()).isGreaterThan(next.interval().width());
      assertThat(wider.contains(next.mean())).isTrue();
      sequence = next;
    }
  }

  @Property(seed = "102", edgeCases = EdgeCasesMode.NONE)
  void confidenceSequence_mirrored_isMirrored(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ConfidenceSequence up = ConfidenceSequence.of(.05, 1, 5);
    ConfidenceSequence down = up;
    for (int night = 0; night < 10; night++) {
      double estimate = random.nextDouble(-3, 3);
      double variance = random.nextDouble(.05, 20);
      up = up.with(estimate, variance);
      down = down.with(-estimate, variance);
    }
    assertThat(down.interval().low()).isEqualTo(-up.interval().high());
    assertThat(down.pValue()).isEqualTo(up.pValue());
  }

  /** More harm in one metric is never answered by a weaker action. */
  @Property(seed = "103", edgeCases = EdgeCasesMode.NONE, tries = 2000)
  void rule_moreHarm_isNeverWeaker(
      @ForAll @IntRange(min = 1, max = 4) int gates,
      @ForAll @DoubleRange(min = 0, max = .05) double more,
      @ForAll AlphaSplit split,
      @ForAll @IntRange(min = 1, max = 30) int nights,
      @ForAll long seed) {
    RollbackTerms terms = new RollbackTerms(.05, split, 14, 5, 3, 500, 28, .001);
    List<Gate> some = gates(gates, new SplittableRandom(seed), 0);
    List<Gate> worse = gates(gates, new SplittableRandom(seed), more);
    Action action = RollbackRule.decide(evidence(some, List.of(), nights), terms).action();
    Action stronger = RollbackRule.decide(evidence(worse, List.of(), nights), terms).action();
    assertThat(stronger).isGreaterThanOrEqualTo(action);
  }

  @Property(seed = "104", edgeCases = EdgeCasesMode.NONE)
  void rule_moreGuardrailEvents_isNeverWeaker(
      @ForAll @IntRange(min = 0, max = 60) int events, @ForAll @IntRange(max = 40) int more) {
    RollbackTerms terms = new RollbackTerms(.05, AlphaSplit.HOLM, 14, 5, 3, 500, 28, .001);
    List<Gate> gates = gates(1, new SplittableRandom(7), 0);
    Action action =
        RollbackRule.decide(evidence(gates, List.of(guardrail(events)), 10), terms).action();
    Action stronger =
        RollbackRule.decide(evidence(gates, List.of(guardrail(events + more)), 10), terms).action();
    assertThat(stronger).isGreaterThanOrEqualTo(action);
  }

  /** Holm rolls back wherever Bonferroni does, and no order of the gates matters. */
  @Property(seed = "105", edgeCases = EdgeCasesMode.NONE)
  void rule_holmAndOrder_doNotWeaken(
      @ForAll @IntRange(min = 1, max = 4) int gates, @ForAll long seed) {
    List<Gate> some = gates(gates, new SplittableRandom(seed), 0);
    List<Gate> reversed = new ArrayList<>(some);
    Collections.reverse(reversed);
    Action[] actions = new Action[2];
    for (AlphaSplit split : AlphaSplit.values()) {
      RollbackTerms terms = new RollbackTerms(.05, split, 14, 5, 3, 500, 28, .001);
      actions[split.ordinal()] = RollbackRule.decide(evidence(some, List.of(), 9), terms).action();
      assertThat(RollbackRule.decide(evidence(reversed, List.of(), 9), terms).action())
          .isEqualTo(actions[split.ordinal()]);
    }
    assertThat(actions[1]).isGreaterThanOrEqualTo(actions[0]);
  }

  @Property(seed = "106", edgeCases = EdgeCasesMode.NONE)
  void expectedLoss_parts_differByTheMean(
      @ForAll @DoubleRange(min = -5, max = 5) double mean,
      @ForAll @DoubleRange(min = .01, max = 9) double variance) {
    double harm = new ExpectedLoss(mean, variance).harmfulPart();
    double benefit = new ExpectedLoss(-mean, variance).harmfulPart();
    assertThat(harm - benefit).isCloseTo(mean, within(1e-13));
    assertThat(harm).isGreaterThanOrEqualTo(Math.max(0, mean) - 1e-13);
  }

  private static RollbackEvidence evidence(List<Gate> gates, List<Guardrail> guards, int nights) {
    return new RollbackEvidence(gates, guards, nights, 9000, 9000, Double.NaN);
  }

  private static Guardrail guardrail(int events) {
    return new Guardrail("blocked", RateSequence.of(.5, .5).with(events, 1000), .02);
  }

  /** Gates with random effects, the first of them worse by some more. */
  private static List<Gate> gates(int number, SplittableRandom random, double more) {
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      HarmDirection worse = HarmDirection.values()[random.nextInt(2)];
      double harm = random.nextDouble(-.03, .03) + (i == 0 ? more : 0);
      ConfidenceSequence effect =
          ConfidenceSequence.of(.05, 1e-4, 5)
              .with(worse.harmOf(harm), random.nextDouble(1e-6, 5e-5));
      gates.add(Gate.of("gate " + i, effect, worse, .01, random.nextDouble(0, 100)));
    }
    return gates;
  }
}
