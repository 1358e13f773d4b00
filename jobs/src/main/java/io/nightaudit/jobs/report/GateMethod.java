package io.nightaudit.jobs.report;

import io.nightaudit.jobs.gate.GateDecision;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.policy.GatePolicy;
import io.nightaudit.jobs.profile.Level;
import java.util.ArrayList;
import java.util.List;

/** How candidates are compared and judged, in sentences. */
final class GateMethod {
  private GateMethod() {}

  static List<String> statements(GateRecord record) {
    GateDecision decision = record.decision();
    GatePolicy gate = record.configuration().policy().gate();
    List<String> statements = new ArrayList<>();
    statements.add(
        "Every release is measured in the same pass as a night: the same mapping, quarantine, duplicates and summaries, over all nights together.");
    statements.add(
        "Where both releases answered the same question, to the last byte, the answers are averaged by question and compared within it. This comparison counts from %s questions on; a question is known by a hash, and no text is kept."
            .formatted(Digits.whole(gate.minimumRows())));
    statements.add(mix(record));
    statements.add(
        "A metric passes if its whole interval stays short of material harm. It fails if its whole interval is harm and the estimate is material. Else it is undecided, and so is one with fewer than %s values on either side; by the policy an undecided candidate %s."
            .formatted(
                Digits.whole(gate.minimumRows()), gate.undecidedPasses() ? "passes" : "fails"));
    statements.add(
        "The probability of an error, %s, is divided evenly by %s (Bonferroni): each interval has a confidence of %s, and all hold together with %s. Fixed limits are read at the same confidence and fail a candidate only if the whole interval lies beyond them; with fewer values they decide nothing."
            .formatted(
                Digits.atMost(2, 100 * (1 - decision.confidence())) + "%",
                comparisons(decision),
                confidence(decision.each()),
                confidence(decision.confidence())));
    statements.add(
        "Other metrics are information: their intervals have %s each, are not divided, and decide nothing."
            .formatted(confidence(decision.confidence())));
    return statements;
  }

  private static String mix(GateRecord record) {
    List<String> strata = Level.strata(record.configuration());
    return strata.isEmpty()
        ? "The policy names no dimensions whose mix is held fixed, so another mix of questions can decide where no questions are paired."
        : "Else both are compared within the strata of %s that both have, weighted as the baseline has them, so that another mix of questions does not decide. Only where they have no stratum in common are they compared as they are."
            .formatted(Sentences.list(strata));
  }

  static String comparisons(GateDecision decision) {
    return "%s: %s × %s"
        .formatted(
            Sentences.count(decision.comparisons(), "comparison"),
            Sentences.count(decision.metrics(), "gate metric"),
            Sentences.count(decision.candidates().size(), "candidate"));
  }

  /** A confidence with as many digits as it takes to tell it from certainty. */
  static String confidence(double confidence) {
    return Digits.atMost(confidence < 0.999 ? 2 : 4, 100 * confidence) + "%";
  }
}
