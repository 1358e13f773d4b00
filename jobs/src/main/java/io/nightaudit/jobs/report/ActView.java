package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.regulation.EvidenceStatus;
import io.nightaudit.jobs.report.ActReport.Act;
import io.nightaudit.jobs.report.ActReport.ArticleEntry;
import io.nightaudit.jobs.report.ActReport.CalendarEntry;
import io.nightaudit.jobs.report.ActReport.EventClassEntry;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AI Act: what the report is and is not, what was asserted, the article map, the calendar. */
final class ActView {
  private static final String UNSAID = "The operator has not said";

  private final Act act;
  private final Prose prose;
  private final List<String> sections;
  private final List<String> titles;

  private ActView(Act act, Prose prose, List<String> sections, List<String> titles) {
    this.act = act;
    this.prose = prose;
    this.sections = sections;
    this.titles = titles;
  }

  static Map<String, Object> of(
      Report report, Prose prose, List<String> sections, List<String> titles)
      throws TemplateModelException {
    return new ActView(report.act(), prose, sections, titles).map();
  }

  private Map<String, Object> map() throws TemplateModelException {
    List<Object> articles = new ArrayList<>();
    for (ArticleEntry entry : act.articles()) {
      articles.add(article(entry));
    }
    return new Fields()
        .put("statements", act.statements())
        .put("summary", act.summary())
        .put("notes", act.notes())
        .put("asserted", asserted())
        .put("assertions", assertions())
        .put("legend", legend())
        .put("articles", articles)
        .put("events", act.eventClasses().stream().map(ActView::events).toList())
        .put("calendar", act.calendar().stream().map(ActView::date).toList())
        .put("terms", ActGlossary.terms())
        .map();
  }

  private String asserted() {
    ActReport.Applicability said = act.applicability();
    return said.assertedBy()
        .map(
            by ->
                "Asserted by %s on %s. The report prints it as it was asserted and has checked none of it."
                    .formatted(by, said.assertedOn().map(Nights::full).orElse("an unknown day")))
        .orElse(
            UNSAID
                + " what it is under the Act: its role, the risk class, the point of Annex III, the models used, the date on the market, supervision by the AI Office, member states and the plan of monitoring are not asserted. The report does not guess, and no article is left out. The block applicability in nightaudit.yaml asserts them.");
  }

  private List<Object> assertions() {
    ActReport.Applicability said = act.applicability();
    List<Object> rows = new ArrayList<>();
    if (said.assertedBy().isEmpty()) {
      return rows;
    }
    rows.add(row("Role of the operator", said.operatorRole().map(ActView::role)));
    rows.add(row("Risk class", riskClass(said.riskClass())));
    rows.add(row("Point of Annex III", said.annexPoint()));
    said.annexProduct().ifPresent(law -> rows.add(row("Annex I", Optional.of(law))));
    said.exceptionNote().ifPresent(note -> rows.add(row("Art. 6(3)", Optional.of(note))));
    rows.add(row("General-purpose models used", joined(said.models())));
    rows.add(row("Placed on the market", said.placedOnMarket().map(Nights::full)));
    rows.add(
        row(
            "Supervised by the AI Office (Art. 75(1))",
            said.aiOffice().map(f -> f ? "Yes" : "No")));
    rows.add(row("Member states", joined(said.memberStates())));
    rows.add(row("Plan of post-market monitoring", said.monitoringPlan()));
    said.environment().ifPresent(text -> rows.add(row("Environment", Optional.of(text))));
    said.classification()
        .ifPresent(text -> rows.add(row("Classification of this report", Optional.of(text))));
    return rows;
  }

  private static Object row(String name, Optional<String> value) {
    return new Fields().put("name", name).put("value", value.orElse(UNSAID)).map();
  }

  private static Optional<String> joined(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(Sentences.list(names));
  }

  private static String role(String id) {
    return id.equals("both") ? "Provider and deployer" : Mark.capital(id);
  }

  private static Optional<String> riskClass(String id) {
    return switch (id) {
      case "high-risk" -> Optional.of("High-risk");
      case "not-high-risk" -> Optional.of("Not high-risk");
      default -> Optional.empty();
    };
  }

  private static List<Object> legend() {
    return Arrays.stream(EvidenceStatus.values())
        .map(
            status ->
                (Object)
                    mark(status.name())
                        .put("code", status.name())
                        .put("meaning", status.meaning())
                        .map())
        .toList();
  }

  private Object article(ArticleEntry entry) throws TemplateModelException {
    boolean later = entry.status().equals(EvidenceStatus.NOT_YET_APPLICABLE.name());
    List<Object> gaps = new ArrayList<>();
    for (String gap : entry.gaps()) {
      gaps.add(prose.of(gap));
    }
    return mark(entry.readiness())
        .put("later", later)
        .put("title", entry.title())
        .put("subject", entry.subject())
        .put("whose", entry.whose())
        .put("duty", entry.duty())
        .put("reason", entry.reason())
        .put("here", entry.here())
        .put("gaps", gaps)
        .put("from", entry.appliesFrom().map(Nights::full).orElse("No date known"))
        .put("disputed", entry.disputedFrom().map(Nights::full).orElse(""))
        .put("figures", entry.figures().stream().map(ActView::figure).toList())
        .put("tables", entry.tables())
        .put("places", entry.places().stream().filter(sections::contains).map(this::place).toList())
        .map();
  }

  private static Object figure(String id) {
    return new Fields().put("id", id).put("anchor", Anchors.explained(id)).map();
  }

  private Object place(String section) {
    return new Fields()
        .put("anchor", section)
        .put("title", titles.get(sections.indexOf(section)))
        .map();
  }

  private static Object events(EventClassEntry entry) {
    return mark(entry.status())
        .put("article", entry.article())
        .put("subject", entry.subject())
        .put("logged", entry.logged())
        .put("missing", entry.missing())
        .map();
  }

  private static Object date(CalendarEntry entry) {
    return new Fields()
        .put("article", entry.article())
        .put("subject", entry.subject())
        .put("from", Nights.full(entry.appliesFrom()))
        .put("disputed", entry.disputedFrom().map(Nights::full).orElse(""))
        .put("applies", entry.applies())
        .put("source", entry.source())
        .put("celex", entry.celex())
        .put("verified", Nights.full(entry.verifiedOn()))
        .put("confidence", entry.confidence())
        .put("note", entry.note())
        .put("remark", entry.remark())
        .map();
  }

  /** A shape and a word, in ink alone: it is no grade. */
  private static Fields mark(String status) {
    return new Fields().put("shape", shape(status)).put("word", word(status));
  }

  private static String word(String status) {
    return status.equals(EvidenceStatus.NO_EVIDENCE_IN_LOGS.name())
        ? "No evidence in logs"
        : Mark.words(status);
  }

  private static String shape(String status) {
    return switch (status) {
      case "EVIDENCE_PRESENT" -> "full";
      case "EVIDENCE_PARTIAL" -> "half";
      case "NO_EVIDENCE_IN_LOGS" -> "empty";
      case "HUMAN_INPUT_REQUIRED" -> "person";
      case "NOT_YET_APPLICABLE" -> "later";
      default -> "bar";
    };
  }
}
