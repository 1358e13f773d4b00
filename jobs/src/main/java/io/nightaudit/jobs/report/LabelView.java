package io.nightaudit.jobs.report;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import java.util.List;
import java.util.Map;

/** What people said of interactions, beside what the judge and the guardrails said. */
final class LabelView {
  private LabelView() {}

  static List<Map<String, Object>> of(Report report) {
    return report.labels().stream().map(LabelView::row).toList();
  }

  private static Map<String, Object> row(LabelEntry entry) {
    Quantity quantity = Quantity.of(entry.target(), entry.unit());
    return new Fields()
        .put("title", entry.title())
        .put("value", entry.estimate().map(quantity::value).orElse("–"))
        .put("interval", interval(entry, quantity))
        .put("reason", entry.reason())
        .put("labels", Sentences.count(entry.n(), "label"))
        .put("people", entry.people() == 1 ? "1 person" : entry.people() + " people")
        .put("judge", entry.judgeMean().map(quantity::value).orElse("–"))
        .put("weight", weight(entry))
        .put("agreement", agreement(entry))
        .put("unusable", unusable(entry))
        .map();
  }

  private static String interval(LabelEntry entry, Quantity quantity) {
    return entry.low().isEmpty() || entry.high().isEmpty()
        ? ""
        : quantity.interval(entry.low().get(), entry.high().get());
  }

  private static String weight(LabelEntry entry) {
    return entry
        .lambda()
        .map(
            lambda ->
                "weight λ %s, %s more scores"
                    .formatted(Digits.exactly(2, lambda), Digits.whole(entry.judged())))
        .orElse("");
  }

  private static String agreement(LabelEntry entry) {
    if (entry.agreementOn() == 0) {
      return "nobody labelled what another had";
    }
    String on = Sentences.count(entry.agreementOn(), "interaction");
    return entry
        .agreement()
        .map(alpha -> "α %s on %s".formatted(Digits.exactly(2, alpha), on))
        .orElse("not told by %s whose labels are all equal".formatted(on));
  }

  private static String unusable(LabelEntry entry) {
    return entry.unusable() == 0
        ? ""
        : Sentences.count(entry.unusable(), "label") + " of other nights or unknown interactions";
  }
}
