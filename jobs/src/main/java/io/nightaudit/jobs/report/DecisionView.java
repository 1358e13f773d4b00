package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.wording.Nights;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people decided; who read a report, and what retention removed, is told elsewhere. */
final class DecisionView {
  private static final Set<String> ELSEWHERE = Set.of("SIGN_OFF", "RETENTION");

  private DecisionView() {}

  static List<Map<String, Object>> of(Report report) {
    return report.decisions().stream()
        .filter(entry -> !ELSEWHERE.contains(entry.kind()))
        .map(DecisionView::row)
        .toList();
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
    return switch (entry.answer()) {
      case "accept" -> "accepted";
      case "approve" -> "approved";
      case "reject" -> "rejected";
      case "defer" -> "deferred";
      case "expired" -> "no answer, noted";
      case "execute" -> "reported as carried out";
      case "hold" -> "placed";
      case "release" -> "released";
      default -> entry.answer();
    };
  }

  private static String effect(DecisionEntry entry) {
    String from = "Acts from " + Nights.brief(entry.effectiveNight());
    if (!entry.kind().equals("ACCEPT")) {
      return entry.detail().isEmpty() ? from : from + ": " + entry.detail();
    }
    String streams = entry.streams() == 0 ? "" : ", " + Sentences.count(entry.streams(), "stream");
    return "%s; the new level counts from %s%s"
        .formatted(from, Nights.brief(entry.began()), streams);
  }
}
