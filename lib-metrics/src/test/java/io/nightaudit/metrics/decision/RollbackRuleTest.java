package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.decision.RollbackDecision.Action;
import io.nightaudit.metrics.decision.RollbackDecision.Kind;
import io.nightaudit.metrics.decision.RollbackDecision.Reason;
import io.nightaudit.metrics.decision.RollbackEvidence.Gate;
import io.nightaudit.metrics.decision.RollbackEvidence.Guardrail;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class RollbackRuleTest {
  private static final RollbackTerms TERMS = terms(AlphaSplit.BONFERRONI);
  private static final double NAN = Double.NaN;

  @Test
  void decide_certainCostlyHarm_rollsBack() {
    RollbackDecision decision = decide(night(10), gate("quality", -.03));
    assertThat(decision.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(decision.reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.HARM_IS_CERTAIN, Kind.LOSS_ABOVE_ROLLBACK_COST);
    // I = 1e5, rho2 = 2e-5: mean .03 less sqrt((1/I + 1/(rho2*I*I))*log((1+rho2*I)/.1**2))
    double radius = Math.sqrt((1e-5 + 1 / (2e-5 * 1e10)) * Math.log(3 / .01));
    assertThat(decision.reasons().get(0).value()).isCloseTo(.03 - radius, within(1e-12));
    // c H S/(I + 1/m²) = 100 * 14 * .03 * 1e5/(1e5 + 1e4)
    assertThat(decision.reasons().get(1).value()).isCloseTo(42 / 1.1, within(1e-9));
    assertThat(decision.reasons().get(1).limit()).isEqualTo(5);
  }

  @Test
  void decide_gateThatIsWorseWhenItRises_rollsBack() {
    Gate cost = Gate.of("cost", gate("cost", .03).effect(), HarmDirection.INCREASE, .01, 100);
    assertThat(decide(night(10), cost).action()).isEqualTo(Action.ROLL_BACK);
    assertThat(decide(night(10), gate("quality", .03)).action()).isEqualTo(Action.KEEP);
  }

  @Test
  void decide_certainButCheapHarm_isHeldToItsMargin() {
    Gate cheap = Gate.of("quality", gate("q", -.03).effect(), HarmDirection.DECREASE, .01, 1);
    RollbackDecision decision = decide(night(10), cheap);
    assertThat(decision.action()).isEqualTo(Action.HOLD);
    assertThat(decision.reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.MARGIN_NOT_EXCLUDED);
    Gate wide = Gate.of("quality", gate("q", -.03).effect(), HarmDirection.DECREASE, .1, 1);
    assertThat(decide(night(10), wide).action()).isEqualTo(Action.KEEP);
  }

  @Test
  void decide_oneOfTwoGatesUnsure_holds() {
    RollbackDecision decision = decide(night(10), gate("a", .02), gate("b", -.004));
    assertThat(decision.action()).isEqualTo(Action.HOLD);
    assertThat(decision.reasons())
        .extracting(Reason::metric, Reason::kind)
        .containsExactly(tuple("a", Kind.WITHIN_MARGIN), tuple("b", Kind.MARGIN_NOT_EXCLUDED));
  }

  /** sqrt((1e-5 + 1/(2e-5*1e10))*log(3/a**2)) is .00925 for one metric, .01031 for two. */
  @Test
  void decide_margin_isHeldAgainstTheSharedLevel() {
    Gate narrow = gate("a", 0);
    assertThat(decide(night(10), narrow).action()).isEqualTo(Action.KEEP);
    for (AlphaSplit split : AlphaSplit.values()) {
      RollbackEvidence two = night(10).of(List.of(narrow, gate("b", .02)));
      assertThat(RollbackRule.decide(two, terms(split)).action()).isEqualTo(Action.HOLD);
    }
    Guardrail fine = new Guardrail("leaks", RateSequence.of(.5, .5).with(0, 1000), .02);
    RollbackEvidence guarded =
        new RollbackEvidence(List.of(narrow), List.of(fine), 10, 9000, 9000, NAN);
    assertThat(RollbackRule.decide(guarded, TERMS).action()).isEqualTo(Action.HOLD);
  }

  @Test
  void decide_lossEqualToTheCost_doesNotRollBack() {
    RollbackTerms free = new RollbackTerms(.05, AlphaSplit.HOLM, 14, 0, 3, 500, 28, .001);
    Gate harmless = Gate.of("q", gate("q", -.03).effect(), HarmDirection.DECREASE, .01, 0);
    RollbackEvidence evidence = night(10).of(List.of(harmless));
    assertThat(RollbackRule.decide(evidence, free).action()).isEqualTo(Action.HOLD);
    assertThat(RollbackRule.decide(night(28).of(List.of(harmless)), free).action())
        .isEqualTo(Action.KEEP);
  }

  @Test
  void decide_outOfTime_goesByExpectedLoss() {
    // c H E[h] = 1400 * .006 * 10/11 = 7.6 and 1400 * .003 * 10/11 = 3.8, K = 5
    RollbackDecision back = decide(night(28), gate("quality", -.006));
    assertThat(back.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(back.reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.OUT_OF_TIME, Kind.LOSS_ABOVE_ROLLBACK_COST);
    RollbackDecision keep = decide(night(28), gate("quality", -.003));
    assertThat(keep.action()).isEqualTo(Action.KEEP);
    assertThat(keep.reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.OUT_OF_TIME, Kind.LOSS_WITHIN_ROLLBACK_COST);
    assertThat(decide(night(27), gate("quality", -.006)).action()).isEqualTo(Action.HOLD);
  }

  @Test
  void decide_preconditions_hold() {
    Gate harm = gate("quality", -.03);
    assertHolds(new Counts(2, 9000, 9000, NAN), Kind.TOO_FEW_NIGHTS, harm);
    assertHolds(new Counts(10, 499, 9000, NAN), Kind.TOO_FEW_ROWS, harm);
    assertHolds(new Counts(10, 9000, 499, NAN), Kind.TOO_FEW_ROWS, harm);
    assertHolds(new Counts(10, 9000, 9000, .0009), Kind.ARMS_NOT_COMPARABLE, harm);
    assertHolds(new Counts(99, 9000, 9000, .0009), Kind.ARMS_NOT_COMPARABLE, harm);
    assertHolds(night(99), Kind.NO_GATE);
    Gate empty = Gate.of("new", ConfidenceSequence.of(.1, 1e-4, 5), HarmDirection.DECREASE, .01, 1);
    assertHolds(night(99), Kind.NO_EVIDENCE, empty);
    assertThat(decide(new Counts(10, 9000, 9000, .001), harm).action()).isEqualTo(Action.ROLL_BACK);
  }

  @Test
  void decide_guardrailAboveItsLimit_rollsBackWhateverElse() {
    Guardrail hot = new Guardrail("blocked", RateSequence.of(.5, .5).with(60, 1000), .02);
    Guardrail fine = new Guardrail("leaks", RateSequence.of(.5, .5).with(20, 1000), .02);
    RollbackEvidence evidence =
        new RollbackEvidence(List.of(), List.of(fine, hot), 1, 10, 10, 1e-9);
    RollbackDecision decision = RollbackRule.decide(evidence, TERMS);
    assertThat(decision.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(decision.reasons())
        .containsExactly(
            new Reason(Kind.GUARDRAIL_EXCEEDED, "blocked", hot.rate().lowerLimit(.025), .02));
  }

  @Test
  void decide_holm_freesWhatARejectionUsed() {
    // sqrt((1e-5 + 1/(2e-5*1e10))*log(3/a**2)): .00925 for a = .1, .01031 for a = .05
    Gate clear = gate("a", -.03);
    Gate close = gate("b", -.0098);
    RollbackDecision bonferroni = decide(night(10), clear, close);
    assertThat(bonferroni.reasons()).extracting(Reason::metric).containsOnly("a");
    RollbackDecision holm =
        RollbackRule.decide(night(10).of(List.of(clear, close)), terms(AlphaSplit.HOLM));
    assertThat(holm.reasons()).extracting(Reason::metric).contains("a", "b");
  }

  @Test
  void alphaSplit_levels_areThoseOfEach() {
    // p-values .01, .04, .03, .005: two are below .05/4, then none is below .05/2
    double[] p = {.01, .04, .03, .005};
    List<DoublePredicate> tests =
        Arrays.stream(p).<DoublePredicate>mapToObj(v -> level -> v <= level).toList();
    assertThat(AlphaSplit.BONFERRONI.levels(.05, tests))
        .containsExactly(.0125, .0125, .0125, .0125);
    assertThat(AlphaSplit.HOLM.levels(.05, tests)).containsExactly(.0125, .025, .025, .0125);
    assertThat(AlphaSplit.HOLM.levels(.05, List.of())).isEmpty();
    assertThat(AlphaSplit.HOLM.levels(.05, List.of(level -> true))).containsExactly(.05);
  }

  @Test
  void terms_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackTerms(NAN, AlphaSplit.HOLM, 14, 5, 3, 500, 28, .001))
        .withMessageContaining("alpha NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackTerms(.05, AlphaSplit.HOLM, 14, NAN, 3, 500, 28, .001))
        .withMessageContaining("rollback cost NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackTerms(.05, AlphaSplit.HOLM, 14, 5, 29, 500, 28, .001))
        .withMessageContaining("nights from 29 to 28");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackTerms(.05, AlphaSplit.HOLM, 14, 5, 3, 500, 28, NAN))
        .withMessageContaining("NaN");
  }

  @Test
  void evidence_hostile_throws() {
    ConfidenceSequence effect = gate("a", 0).effect();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.of("q", effect, HarmDirection.DECREASE, 0, 1))
        .withMessageContaining("margin 0.0 of q");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.of("q", effect, HarmDirection.DECREASE, .01, 1 / 0.0))
        .withMessageContaining("harm rate of q Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gate("q", effect, HarmDirection.DECREASE, .01, 1, NAN))
        .withMessageContaining("effect variance NaN of q");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Guardrail("g", RateSequence.of(1, 1), NAN))
        .withMessageContaining("limit NaN of g");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackEvidence(List.of(), List.of(), 1, 1, 1, 1.5))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollbackEvidence(List.of(), List.of(), -1, 1, 1, NAN));
  }

  /** Nights, rows and p-value of the sample ratio. */
  private record Counts(int nights, long release, long baseline, double sampleRatio) {
    RollbackEvidence of(List<Gate> gates) {
      return new RollbackEvidence(gates, List.of(), nights, release, baseline, sampleRatio);
    }
  }

  private static Counts night(int night) {
    return new Counts(night, 9000, 9000, NAN);
  }

  private static RollbackDecision decide(Counts counts, Gate... gates) {
    return RollbackRule.decide(counts.of(List.of(gates)), TERMS);
  }

  private static void assertHolds(Counts counts, Kind why, Gate... gates) {
    RollbackDecision decision = decide(counts, gates);
    assertThat(decision.action()).isEqualTo(Action.HOLD);
    assertThat(decision.reasons()).extracting(Reason::kind).containsExactly(why);
  }

  /** A gate whose nights together have a mean with variance 1e-5. */
  private static Gate gate(String metric, double mean) {
    ConfidenceSequence effect = ConfidenceSequence.of(.1, 1e-4, 5).with(mean, 1e-5);
    return Gate.of(metric, effect, HarmDirection.DECREASE, .01, 100);
  }

  private static RollbackTerms terms(AlphaSplit split) {
    return new RollbackTerms(.05, split, 14, 5, 3, 500, 28, .001);
  }
}
