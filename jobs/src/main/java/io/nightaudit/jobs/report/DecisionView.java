package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.wording.Nights;
import java.util.List;
import java.util.Map;

/** What people decided about findings. */
final class DecisionView {
  private DecisionView() {}

  static List<Map<String, Object>> of(Report report) {
    return report.decisions().stream().map(DecisionView::row).toList();
  }

  private static Map<String, Object> row(DecisionEntry entry) {
    return new Fields()
        .put("id", entry.id())
        .put("subject", entry.subject())
        .put("title", entry.title())
        .put("answer", answer(entry))
        .put("by", entry.by())
        .put("on", Nights.brief(entry.decidedOn()))
        .put("reason", entry.reason())
        .put("effect", effect(entry))
        .map();
  }

  private static String answer(DecisionEntry entry) {
    return entry.answer().equals("accept") ? "accepted" : entry.answer();
  }

  private static String effect(DecisionEntry entry) {
    String streams = entry.streams() == 0 ? "" : ", " + Sentences.count(entry.streams(), "stream");
    return "Acts from %s; the new level counts from %s%s"
        .formatted(Nights.brief(entry.effectiveNight()), Nights.brief(entry.began()), streams);
  }
}
