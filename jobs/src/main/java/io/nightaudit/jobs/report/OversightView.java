package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.decision.RecommendationState;
import io.nightaudit.jobs.report.OversightReport.AnsweredEntry;
import io.nightaudit.jobs.report.OversightReport.EffectCheckEntry;
import io.nightaudit.jobs.report.OversightReport.HoldEntry;
import io.nightaudit.jobs.report.OversightReport.SignOffEntry;
import io.nightaudit.jobs.report.OversightReport.Standing;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people did about the nights so far. */
final class OversightView {
  private static final String UNKNOWN = "unknown";

  private OversightView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    List<Object> answered = new ArrayList<>();
    for (AnsweredEntry entry : report.oversight().answered()) {
      answered.add(answered(entry, prose));
    }
    return new Fields()
        .put("answered", answered)
        .put("signOffs", report.oversight().signOffs().stream().map(OversightView::row).toList())
        .put("holds", report.oversight().holds().stream().map(OversightView::row).toList())
        .map();
  }

  private static Map<String, Object> answered(AnsweredEntry entry, Prose prose)
      throws TemplateModelException {
    return new Fields()
        .put("id", entry.id())
        .put("anchor", Anchors.recommendation(entry.id()))
        .put("action", entry.action())
        .put("route", entry.routeTitle())
        .put("from", entry.fromRelease())
        .put("to", entry.toRelease())
        .put("night", Nights.brief(entry.night()))
        .put("standing", standing(entry.standing(), prose))
        .map();
  }

  /** Where a recommendation stands. */
  static Map<String, Object> standing(Standing standing, Prose prose)
      throws TemplateModelException {
    return new Fields()
        .put("state", RecommendationState.valueOf(standing.state()).words())
        .put("answer", answer(standing))
        .put("by", standing.decidedBy())
        .put("on", Nights.brief(standing.decidedOn()))
        .put("reason", standing.reason())
        .put("executedAt", standing.executedAt())
        .put("executedBy", standing.executedBy())
        .put("freeze", standing.evidenceFreezeId())
        .put("answeredFreeze", standing.answeredFreezeId())
        .put("told", told(standing))
        .put("effect", effect(standing, prose))
        .map();
  }

  private static String answer(Standing standing) {
    return switch (standing.answer()) {
      case "approve" -> "Approved";
      case "reject" -> "Rejected";
      case "defer" -> "Deferred";
      case "expired" -> "No answer came, noted";
      default -> "";
    };
  }

  private static List<String> told(Standing standing) {
    String informed = standing.authorityInformedAt();
    return List.of(
        "Release to go back to assessed in advance: " + standing.targetPreAssessed() + ".",
        "Possible substantial modification: " + standing.possibleSubstantialModification() + ".",
        "Serious incident suspected: " + standing.seriousIncidentSuspected() + ".",
        "Authority informed: " + (informed.equals(UNKNOWN) ? informed : "at " + informed) + ".");
  }

  private static Object effect(Standing standing, Prose prose) throws TemplateModelException {
    String sentence = standing.effectCheck().map(EffectCheckEntry::sentence).orElse("");
    return prose.of(sentence);
  }

  private static Map<String, Object> row(SignOffEntry entry) {
    return new Fields()
        .put("night", Nights.full(entry.night()))
        .put("by", entry.by())
        .put("role", entry.role())
        .put("comment", entry.comment())
        .put("on", Nights.brief(entry.signedOn()))
        .put("sha256", entry.reportSha256())
        .map();
  }

  private static Map<String, Object> row(HoldEntry entry) {
    return new Fields()
        .put("id", entry.id())
        .put("nights", nights(entry))
        .put("by", entry.by())
        .put("reason", entry.reason())
        .put("on", Nights.brief(entry.placedOn()))
        .map();
  }

  private static String nights(HoldEntry entry) {
    if (entry.from().isEmpty() && entry.to().isEmpty()) {
      return "All nights";
    }
    if (entry.from().isEmpty()) {
      return "Nights up to " + Nights.full(entry.to());
    }
    return entry.to().isEmpty()
        ? "Nights from " + Nights.full(entry.from()) + " on"
        : Nights.full(entry.from()) + " to " + Nights.full(entry.to());
  }
}
