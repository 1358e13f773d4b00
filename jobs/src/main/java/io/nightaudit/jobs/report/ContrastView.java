package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.DecisionGate;
import io.nightaudit.jobs.report.Report.DecisionRule;
import io.nightaudit.jobs.report.wording.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gate metrics that two releases in the same nights were decided by, as a table. */
final class ContrastView {
  private ContrastView() {}

  static List<Object> of(DecisionRule rule) {
    List<Object> rows = new ArrayList<>();
    rule.gates().forEach(gate -> rows.add(row(gate)));
    return List.of(
        new Fields()
            .put("later", rule.later())
            .put("earlier", rule.earlier())
            .put("note", note(rule))
            .put("rows", rows)
            .map());
  }

  private static String note(DecisionRule rule) {
    String served =
        "%s that both served, at the mix of the earlier release. Intervals are valid on every night."
            .formatted(Mark.capital(Sentences.count(rule.nights(), "night")));
    return rule.sampleRatio()
        .map(p -> served + " Traffic against the planned shares: p " + Digits.significant(2, p))
        .orElse(served);
  }

  private static Map<String, Object> row(DecisionGate gate) {
    Quantity quantity = Quantity.of(gate.metric(), gate.unit());
    return new Fields()
        .put("title", Measure.parse(gate.metric()).title())
        .put("difference", quantity.difference(gate.difference()))
        .put("interval", quantity.differences(gate.low(), gate.high()))
        .put("material", quantity.difference(gate.material()).replace("+", ""))
        .put("loss", Digits.significant(gate.loss()))
        .map();
  }
}
