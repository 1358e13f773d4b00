package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.report.RegisterReport.ClassCount;
import io.nightaudit.jobs.report.RegisterReport.Register;
import io.nightaudit.jobs.report.RegisterReport.RegisterEntry;
import io.nightaudit.jobs.report.RegisterReport.ResolvedEntry;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The findings as a register. */
final class RegisterView {
  private RegisterView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    Register register = report.form().register();
    Set<String> figures =
        report.figures().stream().map(Report.Figure::id).collect(Collectors.toSet());
    List<Object> rows = new ArrayList<>();
    List<Object> questions = new ArrayList<>();
    for (RegisterEntry entry : register.entries()) {
      Map<String, Object> row = row(report, entry, figures, register.smallestCount(), prose);
      rows.add(row);
      if (entry.number() >= 3) {
        questions.add(row);
      }
    }
    return new Fields()
        .put("rows", rows)
        .put("questions", questions)
        .put("counts", counts(register))
        .put("classes", classes(register))
        .put("resolved", resolved(register, prose))
        .put("before", register.before().isEmpty() ? "" : Nights.brief(register.before()))
        .map();
  }

  private static Map<String, Object> row(
      Report report, RegisterEntry entry, Set<String> figures, int smallest, Prose prose)
      throws TemplateModelException {
    Optional<FindingEntry> finding =
        report.findings().stream().filter(f -> f.id().equals(entry.finding())).findFirst();
    List<Object> evidence = new ArrayList<>();
    for (String figure : entry.evidence()) {
      evidence.add(
          new Fields()
              .put("id", figure)
              .put("anchor", figures.contains(figure) ? Anchors.explained(figure) : "")
              .map());
    }
    return new Fields()
        .put("id", entry.finding())
        .put("anchor", finding.map(f -> Anchors.finding(f.id())).orElse(""))
        .put("metric", finding.map(FindingEntry::metric).orElse(""))
        .put("sentence", prose.of(finding.map(f -> Sentences.moved(f.sentence())).orElse("")))
        .put("slice", finding.map(FindingEntry::sliceTitle).orElse(""))
        .put("number", String.valueOf(entry.number()))
        .put("because", entry.because())
        .put("status", status(entry.status()))
        .put("seen", Nights.range(entry.firstSeen(), entry.lastSeen()))
        .put("nights", Sentences.count(entry.nights(), "night"))
        .put("affected", entry.affected().map(Digits::whole).orElse("fewer than " + smallest))
        .put("articles", entry.articles().isEmpty() ? "none" : String.join(", ", entry.articles()))
        .put("evidence", evidence)
        .put("owner", entry.owner())
        .map();
  }

  static String status(String status) {
    return Mark.words(status);
  }

  private static String counts(Register register) {
    String since =
        register.before().isEmpty()
            ? "There is no night before to compare with: "
            : "Since " + Nights.brief(register.before()) + ": ";
    return since
        + "%s new, %s persisting, %s resolved%s."
            .formatted(
                register.opened(), register.persisting(), register.ended(), unjudged(register));
  }

  private static String unjudged(Register register) {
    long unknown = register.resolved().size() - register.ended();
    return unknown == 0 ? "" : ", %s not judged tonight".formatted(unknown);
  }

  private static String classes(Register register) {
    List<String> parts = new ArrayList<>();
    for (ClassCount count : register.classes()) {
      if (count.findings() > 0) {
        parts.add(
            "%s in class %s (%s)".formatted(count.findings(), count.number(), count.meaning()));
      }
    }
    boolean asks = register.classes().stream().anyMatch(c -> c.number() >= 3 && c.findings() > 0);
    String rest = asks ? "" : " None asks whether there is a risk.";
    return parts.isEmpty() ? "" : Sentences.list(parts) + "." + rest;
  }

  private static List<Object> resolved(Register register, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (ResolvedEntry entry : register.resolved()) {
      rows.add(
          new Fields()
              .put("id", entry.finding())
              .put("sentence", prose.of(Sentences.moved(entry.sentence())))
              .put("slice", entry.sliceTitle())
              .put("seen", Nights.range(entry.firstSeen(), entry.lastSeen()))
              .put("outcome", Mark.words(entry.outcome()))
              .put("why", prose.of(entry.why()))
              .map());
    }
    return rows;
  }
}
