package io.nightaudit.jobs.report.period;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Anchors;
import io.nightaudit.jobs.report.Fields;
import io.nightaudit.jobs.report.Prose;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.report.RunningHead;
import io.nightaudit.jobs.report.Sentences;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that the page of a period reads. */
final class PeriodView {
  /** Places of the sections, in order; the first is section 1. */
  static final List<String> SECTIONS =
      List.of(
          "summary",
          "nights",
          "findings",
          "recommendations",
          "decisions",
          "releases",
          "figures",
          "cost",
          "method",
          "provenance");

  private static final List<String> TITLES =
      List.of(
          "Summary",
          "Nights",
          "Findings",
          "Recommendations",
          "Decisions and sign-off",
          "Releases and changes",
          "Figures of the period",
          "Cost",
          "Method and limits",
          "Provenance");

  private static final List<String> QUESTIONS =
      List.of(
          "Could the nights be relied on?",
          "What changed in the period?",
          "What was decided, and what is open?");

  /** The report of the night has the others. */
  private static final int REASONS = 3;

  private final PeriodReport report;
  private final Prose prose;

  private PeriodView(PeriodReport report) {
    this.report = report;
    this.prose = new Prose(links(report), SECTIONS);
  }

  static Map<String, Object> of(PeriodReport report, String styles) throws TemplateModelException {
    return new PeriodView(report).page(styles);
  }

  /** Only what has a place on the page is linked. */
  private static Map<String, String> links(PeriodReport report) {
    Map<String, String> links = new LinkedHashMap<>();
    report.figures().forEach(figure -> links.put(figure.id(), Anchors.figure(figure.id())));
    report.findings().forEach(finding -> links.put(finding.id(), Anchors.finding(finding.id())));
    report
        .recommendations()
        .forEach(entry -> links.put(entry.id(), Anchors.recommendation(entry.id())));
    return links;
  }

  private Map<String, Object> page(String styles) throws TemplateModelException {
    return new Fields()
        .put("period", report)
        .drawing("styles", styles + running())
        .put("sections", SECTIONS)
        .put("titles", TITLES)
        .put("head", head())
        .put("answers", answers())
        .put("nights", PeriodNightView.of(report))
        .put("findings", new PeriodFindingView(report, prose).shown())
        .put("folded", new PeriodFindingView(report, prose).folded())
        .put("recommendations", recommendations())
        .put("decisions", decisions())
        .put("unsigned", unsigned())
        .put("signOffs", signOffs())
        .put("releases", releases())
        .put("changes", changes())
        .put("figures", PeriodFigureView.of(report))
        .put("withheld", report.withheld().reason())
        .put("costs", PeriodCostView.of(report))
        .map();
  }

  private String running() {
    PeriodReport.Identity identity = report.identity();
    return RunningHead.of(
        "Nightaudit · %s to %s · %s"
            .formatted(Nights.full(identity.from()), Nights.full(identity.to()), identity.system()),
        Mark.capital(report.provenance().signature()));
  }

  private Map<String, Object> head() {
    PeriodReport.Identity identity = report.identity();
    return new Fields()
        .put("range", Nights.full(identity.from()) + " to " + Nights.full(identity.to()))
        .put("before", Nights.range(identity.beforeFrom(), identity.beforeTo()))
        .put("mark", mark())
        .put("count", count())
        .put("interactions", Digits.whole(identity.interactions()))
        .put("nights", Sentences.count(identity.nights(), "night"))
        .put("last", identity.lastAudited().map(Nights::full).orElse("none"))
        .put("signature", Mark.capital(report.provenance().signature()))
        .map();
  }

  /** The worst that was found; what could not be told comes first. */
  private Mark mark() {
    boolean measured = report.nights().stream().anyMatch(night -> night.rowsKept() > 0);
    if (!measured) {
      return Mark.of("INCONCLUSIVE");
    }
    List<String> worst = report.findings().stream().map(PeriodReport.FindingEntry::worst).toList();
    for (String verdict : List.of("BREACH", "WARNING", "CHANGED")) {
      if (worst.contains(verdict)) {
        return Mark.of(verdict);
      }
    }
    return new Mark("No finding", "circle", "quiet");
  }

  private String count() {
    String partial = report.identity().partial() ? "The period is not over. " : "";
    return partial + report.answers().changes().headline();
  }

  private List<Map<String, Object>> answers() throws TemplateModelException {
    PeriodReport.Answers answers = report.answers();
    List<Report.Answer> inOrder =
        List.of(answers.reliance(), answers.changes(), answers.decisions());
    List<Map<String, Object>> views = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      List<Object> sentences = new ArrayList<>();
      for (String sentence : inOrder.get(i).sentences()) {
        sentences.add(prose.of(sentence));
      }
      views.add(
          new Fields()
              .put("question", QUESTIONS.get(i))
              .put("headline", inOrder.get(i).headline())
              .put("sentences", sentences)
              .map());
    }
    return views;
  }

  private List<Map<String, Object>> recommendations() throws TemplateModelException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PeriodReport.RecommendationEntry entry : report.recommendations()) {
      List<Object> reasons = new ArrayList<>();
      for (String reason : entry.reasons().stream().limit(REASONS).toList()) {
        reasons.add(prose.of(reason));
      }
      rows.add(
          new Fields()
              .put("id", entry.id())
              .put("anchor", Anchors.recommendation(entry.id()))
              .put("route", entry.routeTitle())
              .put("action", Mark.words(entry.action()))
              .put("title", entry.title())
              .put("from", entry.fromRelease())
              .put("to", entry.toRelease())
              .put("grade", entry.grade().equals("NONE") ? "no grade" : "grade " + entry.grade())
              .put("reasons", reasons)
              .put("nights", Nights.range(entry.firstNight(), entry.lastNight()))
              .put("count", Sentences.count(entry.nights(), "night"))
              .put("state", state(entry))
              .put("decision", entry.decision().orElse(""))
              .map());
    }
    return rows;
  }

  private static String state(PeriodReport.RecommendationEntry entry) {
    return switch (entry.state()) {
      case PeriodAdvice.OPEN -> "Awaits an answer";
      case PeriodAdvice.LAPSED -> "No longer proposed, not answered";
      case PeriodAdvice.ANSWERED -> "Answered: " + Mark.words(entry.answer().orElse("")).strip();
      default -> "Nothing to decide";
    };
  }

  private List<Map<String, Object>> decisions() {
    return report.decisions().stream()
        .map(
            decision ->
                new Fields()
                    .put("id", decision.id())
                    .put("kind", Mark.words(decision.kind()))
                    .put("subject", decision.subject())
                    .put(
                        "title",
                        decision.title().isEmpty()
                            ? Nights.brief(decision.subject())
                            : decision.title())
                    .put("answer", decision.answer())
                    .put("by", decision.by())
                    .put("on", Nights.brief(decision.decidedOn()))
                    .put("reason", decision.reason())
                    .put("effective", Nights.brief(decision.effectiveNight()))
                    .map())
        .toList();
  }

  private List<Map<String, Object>> signOffs() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PeriodReport.NightEntry night : report.nights()) {
      for (PeriodReport.SignOff signOff : night.signOffs()) {
        rows.add(
            new Fields()
                .put("night", Nights.brief(night.night()))
                .put("by", signOff.by())
                .put("role", signOff.role())
                .put("on", Nights.brief(signOff.on()))
                .put("reason", signOff.reason())
                .put("id", signOff.id())
                .map());
      }
    }
    return rows;
  }

  private String unsigned() {
    List<PeriodReport.NightEntry> audited =
        report.nights().stream().filter(PeriodNightView::isAudited).toList();
    List<PeriodReport.NightEntry> without =
        audited.stream().filter(night -> night.signOffs().isEmpty()).toList();
    if (audited.isEmpty()) {
      return "No night was audited, so none can be signed off.";
    }
    return without.isEmpty()
        ? "Every audited night was signed off."
        : "Without sign-off: " + PeriodNightView.ranges(without) + ".";
  }

  private List<Map<String, Object>> releases() {
    return report.releases().stream().map(PeriodView::release).toList();
  }

  private static Map<String, Object> release(PeriodReport.ReleaseEntry entry) {
    return new Fields()
        .put("route", entry.routeTitle())
        .put("release", entry.release())
        .put("share", entry.share().map(Quantity.SHARE::value).orElse("–"))
        .put("interactions", Digits.whole(entry.interactions()))
        .put("nights", Sentences.count(entry.nights(), "night"))
        .put("last", Nights.brief(entry.lastNight()))
        .put("first", Nights.brief(entry.firstNight()))
        .put("fresh", entry.fresh())
        .put("state", Mark.words(entry.state()))
        .put("mark", Mark.of(entry.verdict()))
        .map();
  }

  private List<Map<String, Object>> changes() throws TemplateModelException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PeriodReport.ChangeEntry change : report.changes()) {
      rows.add(
          new Fields()
              .put("night", Nights.brief(change.night()))
              .put("kind", Mark.words(change.kind()))
              .put("text", prose.of(Mark.capital(change.text())))
              .map());
    }
    return rows;
  }
}
