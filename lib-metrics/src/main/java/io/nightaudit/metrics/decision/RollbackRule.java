package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.decision.RollbackDecision.Action;
import io.nightaudit.metrics.decision.RollbackDecision.Kind;
import io.nightaudit.metrics.decision.RollbackDecision.Reason;
import io.nightaudit.metrics.decision.RollbackEvidence.Gate;
import io.nightaudit.metrics.decision.RollbackEvidence.Guardrail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/**
 * Whether to keep a release, to wait or to roll it back, on any night, as often as one likes.
 *
 * <p>In this order:
 *
 * <ol>
 *   <li>A guardrail whose rate is certainly above its limit: roll back. It is about the release
 *       alone, so nothing else is asked.
 *   <li>Arms that are not comparable, no gate, a gate without evidence, too few nights or rows:
 *       hold.
 *   <li>A gate with harm that is certain (least harm above 0) and costs more than a rollback (cH
 *       E[h] > K, {@link ExpectedLoss}): roll back.
 *   <li>All gates within their margin (most harm below m): keep.
 *   <li>After the most nights: roll back if a gate has cH E[h] > K, else keep.
 *   <li>Hold.
 * </ol>
 *
 * <p>Limits of harm are those of {@link ConfidenceSequence} and {@link RateSequence} at the level
 * that {@link AlphaSplit} gives each of all gates and guardrails; the margin is held against the
 * level α/G always. A release without harm is rolled back by 1 or 3 with probability α at most. No
 * evidence never keeps a release.
 *
 * <p>Source: M. Lindon, C. Sanden and V. Shirikian, Rapid regression detection in software
 * deployments through sequential testing, KDD 2022, doi 10.1145/3534678.3539099.
 */
public final class RollbackRule {
  private RollbackRule() {}

  /** The decision on the evidence of a night. */
  public static RollbackDecision decide(RollbackEvidence evidence, RollbackTerms terms) {
    double[] levels = terms.split().levels(terms.alpha(), tests(evidence));
    List<Reason> exceeded = exceeded(evidence, levels);
    if (!exceeded.isEmpty()) {
      return new RollbackDecision(Action.ROLL_BACK, exceeded);
    }
    List<Reason> missing = missing(evidence, terms);
    if (!missing.isEmpty()) {
      return new RollbackDecision(Action.HOLD, missing);
    }
    List<Reason> harms = costlyHarms(evidence.gates(), levels, terms);
    if (!harms.isEmpty()) {
      return new RollbackDecision(Action.ROLL_BACK, harms);
    }
    List<Reason> margins = margins(evidence.gates(), terms.alpha() / levels.length);
    if (margins.stream().allMatch(reason -> reason.kind() == Kind.WITHIN_MARGIN)) {
      return new RollbackDecision(Action.KEEP, margins);
    }
    return evidence.nights() >= terms.mostNights()
        ? outOfTime(evidence, terms)
        : new RollbackDecision(Action.HOLD, margins);
  }

  /** Whether harm is certain at a one-sided level, gates first. */
  private static List<DoublePredicate> tests(RollbackEvidence evidence) {
    List<DoublePredicate> tests = new ArrayList<>();
    for (Gate gate : evidence.gates()) {
      tests.add(level -> gate.leastHarm(level) > 0);
    }
    for (Guardrail guardrail : evidence.guardrails()) {
      tests.add(level -> guardrail.rate().lowerLimit(level) > guardrail.limit());
    }
    return tests;
  }

  private static List<Reason> exceeded(RollbackEvidence evidence, double[] levels) {
    List<Reason> exceeded = new ArrayList<>();
    for (int i = 0; i < evidence.guardrails().size(); i++) {
      Guardrail guardrail = evidence.guardrails().get(i);
      double low = guardrail.rate().lowerLimit(levels[evidence.gates().size() + i]);
      if (low > guardrail.limit()) {
        exceeded.add(
            new Reason(Kind.GUARDRAIL_EXCEEDED, guardrail.metric(), low, guardrail.limit()));
      }
    }
    return exceeded;
  }

  private static List<Reason> missing(RollbackEvidence evidence, RollbackTerms terms) {
    List<Reason> missing = new ArrayList<>();
    if (evidence.sampleRatio() < terms.leastSampleRatio()) {
      missing.add(
          ofAll(Kind.ARMS_NOT_COMPARABLE, evidence.sampleRatio(), terms.leastSampleRatio()));
    }
    if (evidence.gates().isEmpty()) {
      missing.add(ofAll(Kind.NO_GATE, 0, 1));
    }
    if (evidence.nights() < terms.leastNights()) {
      missing.add(ofAll(Kind.TOO_FEW_NIGHTS, evidence.nights(), terms.leastNights()));
    }
    long rows = Math.min(evidence.releaseRows(), evidence.baselineRows());
    if (rows < terms.leastRowsPerArm()) {
      missing.add(ofAll(Kind.TOO_FEW_ROWS, rows, terms.leastRowsPerArm()));
    }
    evidence.gates().stream()
        .filter(gate -> gate.effect().information() == 0)
        .forEach(gate -> missing.add(new Reason(Kind.NO_EVIDENCE, gate.metric(), 0, 0)));
    return missing;
  }

  private static List<Reason> costlyHarms(List<Gate> gates, double[] levels, RollbackTerms terms) {
    List<Reason> harms = new ArrayList<>();
    for (int i = 0; i < gates.size(); i++) {
      double leastHarm = gates.get(i).leastHarm(levels[i]);
      Reason loss = loss(gates.get(i), terms);
      if (leastHarm > 0 && loss.kind() == Kind.LOSS_ABOVE_ROLLBACK_COST) {
        harms.add(new Reason(Kind.HARM_IS_CERTAIN, gates.get(i).metric(), leastHarm, 0));
        harms.add(loss);
      }
    }
    return harms;
  }

  private static List<Reason> margins(List<Gate> gates, double level) {
    return gates.stream()
        .map(
            gate -> {
              double mostHarm = gate.mostHarm(level);
              Kind kind = mostHarm < gate.margin() ? Kind.WITHIN_MARGIN : Kind.MARGIN_NOT_EXCLUDED;
              return new Reason(kind, gate.metric(), mostHarm, gate.margin());
            })
        .toList();
  }

  private static RollbackDecision outOfTime(RollbackEvidence evidence, RollbackTerms terms) {
    List<Reason> losses = evidence.gates().stream().map(gate -> loss(gate, terms)).toList();
    boolean costly = losses.stream().anyMatch(loss -> loss.kind() == Kind.LOSS_ABOVE_ROLLBACK_COST);
    Reason time = ofAll(Kind.OUT_OF_TIME, evidence.nights(), terms.mostNights());
    return new RollbackDecision(
        costly ? Action.ROLL_BACK : Action.KEEP,
        Stream.concat(Stream.of(time), losses.stream()).toList());
  }

  private static Reason loss(Gate gate, RollbackTerms terms) {
    double loss = gate.expectedLoss().ofKeeping(gate.harmRate(), terms.days());
    Kind kind =
        loss > terms.rollbackCost()
            ? Kind.LOSS_ABOVE_ROLLBACK_COST
            : Kind.LOSS_WITHIN_ROLLBACK_COST;
    return new Reason(kind, gate.metric(), loss, terms.rollbackCost());
  }

  private static Reason ofAll(Kind kind, double value, double limit) {
    return new Reason(kind, "", value, limit);
  }
}
