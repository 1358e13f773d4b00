package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.decision.RecommendationState;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.Identity;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that the templates read, in the order of the page. */
final class Page {
  /** Places of the sections, in order; the first is section 1. */
  static final List<String> SECTIONS = Sections.places();

  private Page() {}

  static Map<String, Object> of(Report report, String styles) throws TemplateModelException {
    Prose prose = new Prose(report, SECTIONS);
    return new Fields()
        .put("report", report)
        .drawing("styles", styles + running(report))
        .put("titles", Sections.titles())
        .put("sections", SECTIONS)
        .put("templates", Sections.templates())
        .put("outlines", Outlines.of(report))
        .put("head", head(report))
        .put("summary", SummaryView.of(report, prose))
        .put("recommendations", RecommendationView.of(report, prose))
        .put("coverage", CoverageView.of(report, prose))
        .put("integrity", IntegrityView.of(report, prose))
        .put("register", RegisterView.of(report, prose))
        .put("form", FormView.of(report, prose))
        .put("glossary", Glossary.WORDS)
        .put("law", Glossary.law())
        .put("index", IndexView.of(report))
        .put("findings", FindingView.of(report, prose))
        .put("unusual", UnusualView.of(report))
        .put("families", FamilyView.of(report, prose))
        .put("mix", MixView.of(report))
        .put("releases", ReleaseView.of(report))
        .put("costs", CostView.of(report))
        .put("act", ActView.of(report, prose, SECTIONS, Sections.titles()))
        .put("method", MethodView.of(report, prose))
        .put("review", ReviewView.of(report, prose))
        .put("decisions", DecisionView.of(report))
        .put("oversight", OversightView.of(report, prose))
        .put("labels", LabelView.of(report))
        .put("withheld", WithheldView.of(report))
        .put("incidents", IncidentView.of(report))
        .put("explained", ExplainedView.of(report))
        .map();
  }

  private static Map<String, Object> head(Report report) {
    Identity identity = report.identity();
    return new Fields()
        .put("night", Nights.full(identity.night()))
        .put("mark", Mark.of(report.status()))
        .put("counts", counts(report))
        .put("interactions", Digits.whole(identity.interactions()))
        .put("window", Nights.window(identity.windowFrom(), identity.windowTo()))
        .put("history", history(identity))
        .put("action", Mark.words(report.action()))
        .put("signature", signature(report))
        .map();
  }

  private static String history(Identity identity) {
    String nights = Sentences.count(identity.historyNights(), "night");
    return identity.firstNight().isEmpty()
        ? nights
        : nights + ", from " + Nights.brief(identity.firstNight());
  }

  static String signature(Report report) {
    String signature = report.provenance().signature();
    return signature.isEmpty() || signature.equalsIgnoreCase("unsigned") ? "Unsigned" : signature;
  }

  private static String counts(Report report) {
    long breaches = count(report.findings(), "BREACH");
    long warnings = count(report.findings(), "WARNING");
    long others = report.findings().size() - breaches - warnings;
    List<String> parts = new ArrayList<>();
    if (breaches > 0) {
      parts.add(Sentences.count(breaches, "breach"));
    }
    if (warnings > 0) {
      parts.add(Sentences.count(warnings, "warning"));
    }
    if (others > 0) {
      parts.add(Sentences.count(others, "other change"));
    }
    if (report.coverage().rowsRead() == 0) {
      return "There is no data of this night.";
    }
    if (report.privacy().found() > 0) {
      parts.add(Sentences.count(report.privacy().found(), "finding") + " in withheld slices");
    }
    String found = parts.isEmpty() ? "No finding is open" : String.join(", ", parts);
    return found + "." + waiting(report);
  }

  private static String waiting(Report report) {
    int rollbacks =
        (int)
            report.recommendations().stream()
                .filter(entry -> entry.action().equals("ROLL_BACK"))
                .filter(Page::awaits)
                .count();
    return switch (rollbacks) {
      case 0 -> "";
      case 1 -> " One rollback awaits a decision.";
      default -> " " + Sentences.number(rollbacks) + " rollbacks await a decision.";
    };
  }

  private static boolean awaits(Report.RecommendationEntry entry) {
    return entry
        .standing()
        .map(standing -> RecommendationState.valueOf(standing.state()).awaits())
        .orElse(true);
  }

  private static long count(List<FindingEntry> findings, String verdict) {
    return findings.stream().filter(finding -> finding.verdict().equals(verdict)).count();
  }

  /** The running head of printed pages, with its strings escaped for a style sheet. */
  private static String running(Report report) {
    String left =
        "Nightaudit · night of "
            + Nights.full(report.identity().night())
            + " · "
            + report.identity().system();
    return RunningHead.of(left, signature(report));
  }
}
