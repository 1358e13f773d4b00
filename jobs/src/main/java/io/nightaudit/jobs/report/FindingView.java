package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.chart.StreakChart;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The open findings, the worst first. */
final class FindingView {
  private FindingView() {}

  static List<Object> of(Report report, Prose prose) throws TemplateModelException {
    Set<String> figures =
        report.figures().stream().map(Report.Figure::id).collect(Collectors.toSet());
    List<Object> rows = new ArrayList<>();
    for (FindingEntry finding : report.findings()) {
      boolean linked = figures.contains(finding.figure());
      rows.add(row(finding, linked, registered(report, finding), prose));
    }
    return rows;
  }

  private static Map<String, Object> row(
      FindingEntry finding, boolean linked, String registered, Prose prose)
      throws TemplateModelException {
    String anchor = Anchors.finding(finding.id());
    return ExplanationView.put(new Fields(), finding)
        .put("register", registered)
        .put("id", finding.id())
        .put("anchor", anchor)
        .put("sentence", prose.of(finding.sentence()))
        .put("slice", finding.sliceTitle())
        .put("evidence", prose.of(finding.evidence()))
        .put("figure", finding.figure())
        .put("link", linked ? Anchors.explained(finding.figure()) : "")
        .put("mark", Mark.of(finding.verdict()))
        .put("kind", Mark.words(finding.kind()))
        .put("cause", cause(finding.cause()))
        .put("began", finding.began().isEmpty() ? "–" : Nights.brief(finding.began()))
        .put("found", finding.found().isEmpty() ? "" : Nights.brief(finding.found()))
        .drawing(
            "streak", StreakChart.draw(anchor + "-nights", finding.verdict(), finding.nights()))
        .map();
  }

  /** Class and status, as the register has them. */
  private static String registered(Report report, FindingEntry finding) {
    return report.form().register().entries().stream()
        .filter(entry -> entry.finding().equals(finding.id()))
        .map(
            e ->
                "Class "
                    + e.number()
                    + ", "
                    + RegisterView.status(e.status()).toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  private static String cause(String cause) {
    return switch (cause) {
      case "INPUT_MIX" -> "other questions, or another mix of them";
      case "RELEASE" -> "a new release";
      case "SILENT_PROVIDER_CHANGE" -> "a silent change at the provider";
      case "BEHAVIOUR" -> "a change at the same mix";
      case "DATA" -> "the data";
      case "UNKNOWN", "" -> "not known";
      default -> Mark.words(cause);
    };
  }
}
